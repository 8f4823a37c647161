package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Fence;
import java.util.ArrayList;
import java.util.List;

/** Blocks of code, each with the words before it. */
record Codes() implements Shape {

    static final Shape SHAPE = new Codes();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> words = new ArrayList<>();
        ArrayNode codes = Sheet.list();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Fence fence) {
                ObjectNode code = codes.addObject();
                if (!fence.info().isBlank()) {
                    code.put("language", fence.info());
                }
                code.put("code", fence.code());
                if (!words.isEmpty()) {
                    code.put("text", String.join("\n\n", words));
                }
                words.clear();
            } else {
                words.add(String.join("\n", block.source()));
            }
        }
        sheet.addAll(pointer, codes);
        return new Piece(String.join("\n\n", words), piece.sections(), piece.level()).whole();
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        for (JsonNode code : value) {
            ink.prose(code.path("text").asText(), level);
            if (code.has("code")) {
                ink.block(
                        fenced(code.path("language").asText(), code.path("code").asText()));
            }
        }
    }

    /** The text between fences that are longer than any in it. */
    static String fenced(String info, String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence + info + "\n" + code + "\n" + fence;
    }
}
