package dev.docket.proof.sample;

import dev.docket.document.content.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The samples of a feature. Each class of this package whose name ends in {@code Samples} is found by that: whoever adds
 * operations adds samples to the one of their feature, or a class.
 */
public interface Samples {

    Stream<Sample> samples();

    /** The samples of all features. */
    static List<Sample> all() {
        String own = Samples.class.getPackageName();
        try (Stream<Path> classes = Files.list(Path.of("target/test-classes", own.split("\\.")))) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Samples.class") && !name.equals("Samples.class"))
                    .sorted()
                    .map(name -> own + "." + name.substring(0, name.length() - ".class".length()))
                    .flatMap(name -> of(name).samples())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Samples of(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(Samples.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " has to be a class of samples that anybody can make", e);
        }
    }

    /** Those of ADRs, and the same of RFCs. */
    static Stream<Sample> ofBoth(Function<Kind, Stream<Sample>> samples) {
        return Arrays.stream(Kind.values()).flatMap(samples);
    }

    /** How the kind is called in the ids of operations: {@code Adr} or {@code Rfc}. */
    static String named(Kind kind) {
        return kind.prefix().charAt(0) + kind.json().substring(1);
    }
}
