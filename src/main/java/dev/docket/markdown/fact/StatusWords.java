package dev.docket.markdown.fact;

import static dev.docket.document.content.Status.ACCEPTED;
import static dev.docket.document.content.Status.DEPRECATED;
import static dev.docket.document.content.Status.DRAFT;
import static dev.docket.document.content.Status.IMPLEMENTED;
import static dev.docket.document.content.Status.PROPOSED;
import static dev.docket.document.content.Status.REJECTED;
import static dev.docket.document.content.Status.SUPERSEDED;
import static dev.docket.document.content.Status.WITHDRAWN;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a status mean. */
public final class StatusWords {

    private static final Map<String, Status> MEANINGS = meanings();

    /** A status is said by then. */
    private static final int ENOUGH = 2_000;

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
    private static final Pattern STRUCK = Pattern.compile("~~.*?~~");
    private static final Pattern TICKED = Pattern.compile("^[ \t]*[-*+][ \t]+\\[[xX]\\](.*)$", Pattern.MULTILINE);
    private static final Pattern BOXED = Pattern.compile("^[ \t]*[-*+][ \t]+\\[ \\].*$", Pattern.MULTILINE);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** What takes a word back: "not accepted", "yet to be agreed". */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|isn t|isnt|nicht|pas|no|non|niet|nao) (?:yet |been |be |fully |noch )*\\p{L}+"
                    + "|\\byet to be (?:\\p{L}+ )*?(?:and )?\\p{L}+$|\\bto be \\p{L}+");

    private StatusWords() {}

    /**
     * The status that a value means: the first known word of its first line that has words.
     *
     * @param raw the value as it is written, on one line or several
     * @return empty where it has no known word, or is a list of choices that nobody chose from
     */
    public static Optional<Status> of(String raw, Kind kind) {
        return line(raw)
                .flatMap(line -> Choices.chosen(line, StatusWords::word))
                .flatMap(StatusWords::first)
                .map(status -> status == IMPLEMENTED && kind == Kind.ADR ? ACCEPTED : status);
    }

    private static Optional<String> line(String raw) {
        String start = raw.length() > ENOUGH ? raw.substring(0, ENOUGH) : raw;
        String said = COMMENT.matcher(start).replaceAll(" ");
        Matcher ticked = TICKED.matcher(said);
        if (ticked.find()) {
            return Optional.of(ticked.group(1));
        }
        return BOXED.matcher(said)
                .replaceAll("")
                .lines()
                .map(line -> STRUCK.matcher(line).replaceAll(" "))
                .filter(line -> LETTER.matcher(line).find())
                .filter(Predicate.not(StatusWords::label))
                .findFirst();
    }

    /** Whether the line is but the date beside a status, such as {@code Date: 2020-05-01}. */
    private static boolean label(String line) {
        return Dates.find(line)
                .map(date -> Folded.words(line.replace(date.text(), " ")))
                .filter(words -> words.size() <= 1
                        && words.stream().allMatch(word -> word(word).isEmpty()))
                .isPresent();
    }

    private static Optional<Status> first(String line) {
        String words = String.join(" ", Folded.words(line));
        if (Phrases.of(words).isPresent()) {
            return Phrases.of(words);
        }
        return Folded.words(DENIED.matcher(words).replaceAll(" ")).stream()
                .map(StatusWords::word)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Status> word(String folded) {
        return Optional.ofNullable(MEANINGS.get(folded));
    }

    private static Map<String, Status> meanings() {
        Map<String, Status> words = new HashMap<>();
        put(words, DRAFT, "draft drafted drafting predraft wip ideation provisional idea");
        put(words, DRAFT, "entwurf brouillon borrador rascunho bozza concept");
        put(words, PROPOSED, "proposed proposal pending review reviewing open discussion prediscussion deferred");
        put(words, PROPOSED, "awaiting discussing propose proposition vorgeschlagen vorschlag offen proposee");
        put(words, PROPOSED, "propuesto propuesta pendiente proposto proposta pendente voorgesteld voorstel");
        put(words, ACCEPTED, "accepted approved adopted agreed decided active committed final accept acepted");
        put(words, ACCEPTED, "accpeted aproved ratified published publish finalized finalised implementable");
        put(words, ACCEPTED, "akzeptiert angenommen beschlossen genehmigt entschieden gultig accepte acceptee adopte");
        put(words, ACCEPTED, "adoptee approuve approuvee valide aceptado aceptada aprobado aprobada adoptado adoptada");
        put(words, ACCEPTED, "aceito aceita aprovado aprovada accettato accettata approvato approvata geaccepteerd");
        put(words, ACCEPTED, "goedgekeurd aangenomen vastgesteld zaakceptowany zaakceptowana принято принят");
        put(words, IMPLEMENTED, "implemented done released completed complete finished shipped umgesetzt");
        put(words, IMPLEMENTED, "implementiert abgeschlossen implemente implementee implementado implementada");
        put(words, IMPLEMENTED, "implementato implementata geimplementeerd");
        put(words, REJECTED, "rejected declined denied refused abgelehnt verworfen rejete rejetee refuse rechazado");
        put(
                words,
                REJECTED,
                "rechazada rejeitado rejeitada rifiutato rifiutata respinto afgewezen verworpen отклонено");
        put(words, DEPRECATED, "deprecated depreciated deprected depricated deprecate obsolete obsoleted retired");
        put(words, DEPRECATED, "veraltet uberholt ueberholt obsolet depreciee deprecie obsoleto obsoleta depreciado");
        put(words, DEPRECATED, "deprecato deprecata verouderd desaconselhado устарело");
        put(words, SUPERSEDED, "superseded superceded superseeded superceeded supersceded replaced exceeded");
        put(words, SUPERSEDED, "ersetzt abgelost abgeloest remplace remplacee reemplazado reemplazada sustituido");
        put(words, SUPERSEDED, "sustituida substituido substituida sostituito sostituita vervangen заменено");
        put(words, WITHDRAWN, "withdrawn abandoned expired cancelled canceled zuruckgezogen zurueckgezogen retire");
        put(words, WITHDRAWN, "retiree abandonne abandonnee retirado retirada abandonado abandonada ritirato ritirata");
        put(words, WITHDRAWN, "ingetrokken cancelado cancelada");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Status> words, Status status, String names) {
        for (String name : List.of(names.split(" ", -1))) {
            words.put(name, status);
        }
    }
}
