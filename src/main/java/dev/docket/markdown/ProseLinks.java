package dev.docket.markdown;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import dev.docket.markdown.fact.Mention;
import dev.docket.markdown.fact.Mentions;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Fence;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents that the prose of a file links to: related, where nothing closer is stated. */
final class ProseLinks {

    private static final int MOST = 50;

    private ProseLinks() {}

    /** @param own the number of the document itself, which is no link of it */
    static void read(List<String> lines, Kind kind, @Nullable Integer own, Sheet sheet) {
        if (lines.stream().noneMatch(line -> line.contains("]("))) {
            return;
        }
        Set<String> known = new HashSet<>();
        sheet.at("/links").forEach(link -> known.add(link.path("target").asText()));
        sheet.at("/references")
                .forEach(each -> known.addAll(refs(
                        "[" + each.path("text").asText() + "]("
                                + each.path("url").asText() + ")",
                        kind)));
        if (own != null) {
            known.add("%s-%04d".formatted(kind.prefix(), own));
        }
        Set<String> found = new LinkedHashSet<>();
        for (Block block : Blocks.of(String.join("\n", lines))) {
            if (!(block instanceof Fence)) {
                linked(String.join("\n", block.source()), kind)
                        .map(Related::ref)
                        .forEach(found::add);
            }
        }
        found.removeAll(known);
        found.stream().limit(MOST).forEach(target -> Related.add(Rel.RELATES_TO, target, null, sheet));
    }

    private static Stream<Mention> linked(String text, Kind kind) {
        return text.contains("](")
                ? Mentions.in(text, kind).stream()
                        .filter(mention -> mention.text().startsWith("["))
                : Stream.empty();
    }

    private static List<String> refs(String text, Kind kind) {
        return Mentions.in(text, kind).stream().map(Related::ref).toList();
    }
}
