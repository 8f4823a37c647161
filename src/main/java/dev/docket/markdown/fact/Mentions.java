package dev.docket.markdown.fact;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Other documents that a text names: by link, by name, by file, or by a number after words that call for one. */
public final class Mentions {

    /** Of a longer line, only the beginning counts. */
    private static final int LONGEST = 20_000;

    /** Words that stand farther before a mention, or before the one it is listed with, speak of something else. */
    private static final int NEAR = 40;

    /** Standards have numbers like that, and are no documents of the project. */
    private static final Pattern STANDARD = Pattern.compile("RFC[- ]?[1-9]\\d{3}", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_PATH = 500;

    /** The alternatives in the order they are tried; what one takes, those after it do not see. */
    private static final Pattern ANY = Pattern.compile(
            "(?<link>!?\\[(?<words>(?:[^\\[\\]\\\\]|\\\\.|\\[[^\\[\\]]{0,200}\\]){0,500}+)\\]"
                    + "\\(\\s*<?(?<target>[^\\s)>]{1,2000}+)[^)]{0,300}+\\))"
                    + "|(?<url>[a-z][a-z+]{1,15}://[^\\s<>|)\\]\"'`]++)"
                    + "|(?<name>(?<![\\p{L}\\d])(?<prefix>ADR|RFC|RFD)[-_ #]{0,2}(?<number>\\d{1,6})"
                    + "(?!\\d|[-_.][\\p{L}\\d_.-]{0,200}\\.md))"
                    + "|(?<file>\\.(?:md|markdown)(?![\\p{L}\\d]))"
                    + "|(?<bare>(?<![\\p{L}\\d#._/-])\\d{1,6}(?![\\p{L}\\d]|[-._/]\\d|%))",
            Pattern.CASE_INSENSITIVE);

    /** What may stand between words that call for a document and its number, or between two numbers. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[\\s:*_|\"'`(\\[{,&+-]|and|und|et|y|no\\.?|nr\\.?|number|decision|record|adr|rfc){0,40}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERS_ONLY = Pattern.compile("[\\s\\d,;\"'\\[\\]&-]{1,200}");
    private static final Pattern ENDS = Pattern.compile(
            "[\"'`*_)\\]}]{0,5}(?:$|\\s{0,5}(?:[,.;:|&+(—–]|and\\b|und\\b|et\\b|y\\b|on\\b|with\\b|-\\s|$))",
            Pattern.CASE_INSENSITIVE);

    private final List<Mention> found = new ArrayList<>();
    private final String line;
    private final Kind kind;
    private final Relations relations;
    private final boolean numbersOnly;
    private int reached;

    private Mentions(String line, Kind kind) {
        this.line = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        this.kind = kind;
        this.relations = new Relations(this.line);
        this.numbersOnly =
                NUMBERS_ONLY.matcher(line).matches() && Dates.find(line).isEmpty();
    }

    /**
     * All of them, in order.
     *
     * @param text Markdown, or a value of a front matter; the words before a mention count with it up to its line's start
     * @param kind the kind of the document whose text it is, and of those that are named without one
     */
    public static List<Mention> in(String text, Kind kind) {
        return text.lines()
                .filter(line -> line.chars().anyMatch(Character::isDigit))
                .flatMap(line -> new Mentions(line, kind).all().stream())
                .distinct()
                .toList();
    }

    private List<Mention> all() {
        Matcher matcher = ANY.matcher(line);
        while (matcher.find()) {
            add(matcher);
        }
        return found;
    }

    private void add(Matcher at) {
        if (at.group("link") != null) {
            link(at);
        } else if (at.group("url") != null) {
            add(Targets.of(at.group("url"), "", kind), at.start(), at.start(), at.end());
        } else if (at.group("name") != null) {
            named(at);
        } else if (at.group("file") != null) {
            file(at.start(), at.end());
        } else if (numbersOnly || called(at.start(), at.end())) {
            add(Targets.named(kind, Numbers.number(at.group())), at.start(), at.start(), at.end());
        }
    }

    private void named(Matcher at) {
        boolean standard = kind == Kind.ADR && STANDARD.matcher(at.group()).matches();
        if (!standard || rel(at.start()) != null) {
            Integer number = Numbers.number(at.group("number"));
            add(Targets.named(kindOf(at.group("prefix")), number), at.start(), at.start(), at.end());
        }
    }

    /** What the link calls itself counts among the words before it: "[Superseded by 12](0012-x.md)". */
    private void link(Matcher at) {
        if (!at.group().startsWith("!")) {
            add(Targets.of(at.group("target"), at.group("words"), kind), at.end("words"), at.start(), at.end());
        }
    }

    /** A file name in prose, told by its ending and read backwards from there. */
    private void file(int dot, int end) {
        int from = dot;
        while (from > 0 && dot - from < LONGEST_PATH && partOfPath(line.charAt(from - 1))) {
            from--;
        }
        add(Targets.of(line.substring(from, end), "", kind), from, from, end);
    }

    private static boolean partOfPath(char each) {
        return Character.isLetterOrDigit(each) || "-_./\\~+@".indexOf(each) >= 0;
    }

    private void add(Targets.@Nullable Named named, int saidBy, int from, int to) {
        if (named != null) {
            Rel rel = rel(saidBy);
            found.add(new Mention(rel, named.kind(), named.number(), line.substring(from, to)));
            reached = rel == null ? 0 : to;
        }
    }

    private @Nullable Rel rel(int at) {
        Relations.Said said = relations.by(at);
        return said == null || at - Math.max(said.to(), reached) > NEAR ? null : said.rel();
    }

    /** Whether a bare number is that of a document: right after words that call for one, or after another mention. */
    private boolean called(int from, int to) {
        Relations.Said said = relations.by(from);
        if (said == null) {
            return false;
        }
        int open = Math.max(said.to(), reached);
        Matcher ends = ENDS.matcher(line).region(to, line.length());
        return BETWEEN.matcher(line).region(open, from).matches() && ends.lookingAt();
    }

    private static Kind kindOf(String prefix) {
        return "ADR".equals(prefix.toUpperCase(Locale.ROOT)) ? Kind.ADR : Kind.RFC;
    }
}
