package dev.docket.markdown.source;

import java.util.List;

/**
 * A fenced block of code.
 *
 * @param info what stands after the opening fence, trimmed
 * @param code what stands between the fences, verbatim, without the final line end and the indent of the fence
 */
public record Fence(int line, List<String> source, String info, String code) implements Block {}
