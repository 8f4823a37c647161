import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Closed load of one question after the other, each with values drawn anew: as many clients as are wanted, each waiting for
 * its answer. Prints per question: requests a second, median and 99th percentile in milliseconds, failures.
 *
 * <p>Arguments: base URL, token of an admin, token of a reader, clients, seconds for each, warm-up seconds for each, projects,
 * file of words (a word and in how many of a thousand documents it is, a line each), and an expression that the names of
 * questions have to match.
 */
final class Questions {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(4))
            .build();

    /** Seconds for each question before the first of them is measured. */
    private static final double ONCE = 1.0;

    private final String base;
    private final String admin;
    private final String reader;
    private final int projects;
    private final List<String> common = new ArrayList<>();
    private final List<String> middling = new ArrayList<>();
    private final List<String> rare = new ArrayList<>();

    private Questions(String[] args) throws Exception {
        base = args[0] + "/api/v1";
        admin = args[1];
        reader = args[2];
        projects = Integer.parseInt(args[6]);
        for (String line : Files.readAllLines(Path.of(args[7]))) {
            String[] word = line.split(" ");
            double share = Double.parseDouble(word[1]);
            (share > 200 ? common : share > 10 ? middling : rare).add(word[0]);
        }
    }

    public static void main(String[] args) throws Exception {
        Questions questions = new Questions(args);
        int clients = Integer.parseInt(args[3]);
        Map<String, Supplier<String>> all = questions.all();
        all.keySet().removeIf(name -> !name.matches(args[8]));
        // Whatever is asked first would else be asked of a service that is still being compiled.
        all.values().forEach(question -> questions.run(question, clients, ONCE));
        all.forEach((name, question) -> {
            questions.run(question, clients, Double.parseDouble(args[5]));
            System.out.println(name + "\t" + questions.run(question, clients, Double.parseDouble(args[4])));
        });
        System.exit(0);
    }

    private Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("project's list", () -> "/projects/" + project() + "/adrs");
        all.put("in force by project", () -> "/documents?inForce=true&project=" + project());
        all.put("in force by tag", () -> "/documents?inForce=true&tag=" + tag());
        all.put("in force by component", () -> "/documents?inForce=true&component=" + component());
        all.put("everything", () -> "/documents");
        all.put("in force", () -> "/documents?inForce=true");
        all.put("filter project", () -> "/documents?project=" + project());
        all.put("filter kind", () -> "/documents?kind=" + any("adr", "rfc"));
        all.put(
                "filter status",
                () -> "/documents?status=" + any("draft", "proposed", "accepted", "rejected", "withdrawn"));
        all.put("filter tag", () -> "/documents?tag=" + tag());
        all.put("filter component", () -> "/documents?component=" + component());
        all.put("filter decider", () -> "/documents?decider=" + person());
        all.put("filter author", () -> "/documents?author=" + person());
        all.put("filter ref", () -> "/documents?ref=ADR-" + (1 + random(2000)));
        all.put(
                "filter updatedSince",
                () -> "/documents?updatedSince=" + Instant.now().minus(random(1000), ChronoUnit.DAYS));
        all.put(
                "filter decidedFrom",
                () -> "/documents?decidedFrom=" + LocalDate.now().minusDays(random(1000)));
        all.put(
                "filter decidedTo",
                () -> "/documents?decidedTo=" + LocalDate.now().minusDays(random(1000)));
        all.put(
                "filter reviewBefore",
                () -> "/documents?reviewBefore=" + LocalDate.now().plusDays(random(400) - 200));
        all.put("reviews due, in force", () -> "/documents?inForce=true&reviewBefore=" + LocalDate.now());
        all.put("register of risks", () -> "/risks?state=open");
        all.put("register: rare state", () -> "/risks?state=closed");
        all.put("register: gravest in force", () -> "/risks?inForce=true&impact=high");
        all.put("register of an owner", () -> "/risks?owner=" + person());
        all.put("inbox of everybody", () -> "/approvals");
        all.put("inbox of a person", () -> "/approvals?approver=" + person());
        all.put("inbox of a role", () -> "/approvals?role=" + any("security", "engineering-lead"));
        all.put("inbox of a project", () -> "/approvals?project=" + project());
        all.put("inbox: overdue", () -> "/approvals?overdue=true");
        all.put("review list", () -> "/reviews");
        all.put("review list of a project", () -> "/reviews?project=" + project());
        all.put("reader: inbox", () -> "/approvals?approver=me!");
        all.put("sorted by update", () -> "/documents?sort=-updated");
        all.put("sorted by title", () -> "/documents?sort=title");
        all.put("tag, sorted by update", () -> "/documents?sort=-updated&tag=" + tag());
        all.put("project, sorted by title", () -> "/documents?sort=title&project=" + project());
        all.put("tag and component", () -> "/documents?tag=" + tag() + "&component=" + component());
        all.put(
                "project and tag, by decision",
                () -> "/documents?sort=-decided&project=" + project() + "&tag=" + tag());
        all.put(
                "three tags or two projects",
                () -> "/documents?tag=" + tag() + "&tag=" + tag() + "&tag=" + tag() + "&project=" + project()
                        + "&project=" + project());
        all.put("ten pages on", () -> "/documents?tag=" + tag() + "#10");
        all.put("whole documents", () -> "/documents?view=full&project=" + project());
        all.put("reader: everything", () -> "/documents!");
        all.put("reader: in force by tag", () -> "/documents?inForce=true&tag=" + tag() + "!");
        all.put("search: any word", () -> "/documents?q=" + word());
        all.put("search: a common word", () -> "/documents?q=" + any(common));
        all.put("search: a rare word", () -> "/documents?q=" + any(rare));
        all.put("search: one document", () -> "/documents?q=w" + (1 + random(9000)));
        all.put("search: two words", () -> "/documents?q=" + word() + "+" + word());
        all.put("search: a phrase", () -> "/documents?q=%22" + any(common) + "+" + any(common) + "%22");
        all.put("search: in a project", () -> "/documents?q=" + word() + "&project=" + project());
        all.put("search: in force by tag", () -> "/documents?inForce=true&q=" + word() + "&tag=" + tag());
        all.put("search: not", () -> "/documents?q=-" + any(common));
        all.put("facets of everything", () -> "/documents?limit=1&facets=status,tag,project");
        all.put("facets of a project", () -> "/documents?limit=1&facets=status,tag,project&project=" + project());
        all.put("facets of a tag", () -> "/documents?limit=1&facets=status,tag,project&tag=" + tag());
        all.put("facets in force", () -> "/documents?limit=1&inForce=true&facets=status,tag,project");
        all.put("facets of a search", () -> "/documents?limit=1&facets=status,tag,project&q=" + word());
        all.put("as of: project", () -> "/documents?asOf=" + instant() + "&project=" + project());
        all.put("as of: status", () -> "/documents?asOf=" + instant() + "&status=" + any("proposed", "accepted"));
        all.put("as of: tag", () -> "/documents?asOf=" + instant() + "&tag=" + tag());
        all.put("as of: everything", () -> "/documents?asOf=" + instant());
        all.put("since", () -> "/documents?since=" + random(9000));
        more(all);
        return all;
    }

    private void more(Map<String, Supplier<String>> all) {
        all.put("inbox of a role: overdue", () -> "/approvals?overdue=true&role=security");
        all.put("register of a status", () -> "/risks?status=" + any("draft", "proposed", "accepted", "deprecated"));
        all.put("register of a project", () -> "/risks?project=" + project());
        all.put("reader: register of risks", () -> "/risks?state=open!");
        all.put("register: ten pages on", () -> "/risks?state=open#10");
        all.put("review list: to be decided", () -> "/reviews?reason=decision");
        all.put("reader: review list", () -> "/reviews!");
        all.put("graph of a project", () -> "/projects/" + project() + "/graph");
        all.put("graph of a document", () -> "/projects/p" + (1 + random(20)) + "/adrs/1/graph?depth=3");
        all.put("statistics of a project", () -> "/projects/" + project() + "/stats");
        all.put("statistics of all", () -> "/stats");
    }

    private String run(Supplier<String> question, int clients, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long began = System.nanoTime();
        List<CompletableFuture<long[]>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            CompletableFuture<long[]> client = new CompletableFuture<>();
            new Thread(() -> client.complete(client(question, end))).start();
            running.add(client);
        }
        long[] times = running.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        double took = (System.nanoTime() - began) / 1e9;
        long failed = Arrays.stream(times).filter(time -> time < 0).count();
        long[] good = Arrays.stream(times).map(Math::abs).sorted().toArray();
        return good.length == 0
                ? "0\t-\t-\t0"
                : "%.0f\t%.1f\t%.1f\t%d"
                        .formatted(
                                good.length / took,
                                good[good.length / 2] / 1e6,
                                good[(int) (good.length * 0.99)] / 1e6,
                                failed);
    }

    /** Nanoseconds of each request; negative where it failed. */
    private long[] client(Supplier<String> question, long end) {
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < end) {
            String path = question.get();
            String token = path.endsWith("!") ? reader : admin;
            path = path.replace("!", "");
            int pages = path.contains("#") ? Integer.parseInt(path.replaceFirst(".*#", "")) : 0;
            path = path.replaceFirst("#.*", "");
            String cursor = "";
            for (int page = 0; page <= pages; page++) {
                long began = System.nanoTime();
                HttpResponse<String> answer = get(path + cursor, token);
                long took = System.nanoTime() - began;
                boolean good = answer != null && answer.statusCode() == 200;
                if (!good && times.stream().noneMatch(time -> time < 0)) {
                    System.err.println(path + ": " + (answer == null ? "no answer" : answer.body()));
                }
                if (page == pages || !good) {
                    times.add(good ? took : -took);
                    break;
                }
                int next = answer.body().indexOf("\"nextCursor\":\"");
                if (next < 0) {
                    break;
                }
                cursor = "&cursor="
                        + answer.body().substring(next + 14, answer.body().indexOf('"', next + 14));
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private HttpResponse<String> get(String path, String token) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            return null;
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static int skewed(int most, double power) {
        return (int) (Math.pow(ThreadLocalRandom.current().nextDouble(), power) * most);
    }

    private String project() {
        return "p" + (1 + skewed(projects, 1.5));
    }

    private static String tag() {
        return "tag-" + skewed(300, 3);
    }

    private static String component() {
        return "component-" + skewed(800, 3);
    }

    private static String person() {
        return "person-" + skewed(2000, 2);
    }

    private static String instant() {
        return Instant.now().minus(random(1800), ChronoUnit.DAYS).toString();
    }

    private String word() {
        return any(Stream.of(common, middling, rare)
                .filter(each -> !each.isEmpty())
                .toList()
                .get(random(3)
                        % (int) Stream.of(common, middling, rare)
                                .filter(each -> !each.isEmpty())
                                .count()));
    }

    private static String any(String... from) {
        return from[random(from.length)];
    }

    private static String any(List<String> from) {
        return URLEncoder.encode(from.get(random(from.size())), StandardCharsets.UTF_8);
    }
}
