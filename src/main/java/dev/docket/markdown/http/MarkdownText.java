package dev.docket.markdown.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.docket.api.Bodies;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types of text, and bodies that are Markdown (RFC 7763). */
final class MarkdownText {

    static final String MARKDOWN = "text/markdown";
    static final String DIFF = "text/x-diff";

    /** For {@code @Produces} beside JSON: whoever does not say what it accepts gets JSON. */
    static final String SECOND = ";qs=0.5";

    private static final String CHARSET = ";charset=UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private MarkdownText() {}

    /** The value of {@code Content-Type} for a text of that type. */
    static String typed(String mediaType) {
        return mediaType + CHARSET;
    }

    /** The Markdown of a body; 415 where it is in another character set, 400 where it is no UTF-8 text. */
    static String read(@Nullable MediaType type, InputStream body) throws IOException {
        refuseOtherCharset(type);
        String text = decode(Bodies.read(body));
        if (text.indexOf(0) >= 0) {
            throw unreadable("nul", "the character NUL (U+0000) is not allowed");
        }
        if (text.isBlank()) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The body is empty.",
                    List.of(FieldError.at("/title", "missing", "a document has a title: begin with # and the title")));
        }
        return text;
    }

    private static void refuseOtherCharset(@Nullable MediaType type) {
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.toUpperCase(Locale.ROOT).equals(UTF_8.name())) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Markdown is read in UTF-8 only.");
        }
    }

    private static String decode(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable("encoding", "the body is no UTF-8 text");
        }
    }

    private static RuntimeException unreadable(String code, String detail) {
        return ProblemType.UNREADABLE.because("The body cannot be read.", List.of(FieldError.at("", code, detail)));
    }
}
