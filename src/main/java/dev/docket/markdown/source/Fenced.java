package dev.docket.markdown.source;

import java.util.List;

/** Fences. */
final class Fenced {

    private Fenced() {}

    static Fence of(int line, List<String> source) {
        String opening = source.get(0);
        int indent = Lines.indent(opening);
        String fence = opening.strip();
        char mark = fence.charAt(0);
        int width = run(fence, mark);
        boolean closed = source.size() > 1 && closes(source.get(source.size() - 1), mark, width);
        List<String> code = source.subList(1, closed ? source.size() - 1 : source.size());
        String text = String.join(
                "\n", code.stream().map(each -> Lines.outdented(each, indent)).toList());
        return new Fence(line, source, fence.substring(width).strip(), text);
    }

    private static boolean closes(String line, char mark, int width) {
        String words = line.strip();
        int run = run(words, mark);
        return run >= width && run == words.length();
    }

    private static int run(String text, char mark) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == mark) {
            at++;
        }
        return at;
    }
}
