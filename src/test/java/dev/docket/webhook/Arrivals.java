package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.webhook.Receiver.Received;
import dev.docket.webhook.Receiver.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** What came to a receiver that fails so many times in ten. Each attempt is verified, whatever is answered. */
final class Arrivals implements Receiver.Behaviour {

    private final int failures;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final List<String> forged = new ArrayList<>();

    Arrivals(int failures) {
        this.failures = failures;
    }

    /** What is sent to the path is signed with. */
    String secret(String path) {
        return secrets.computeIfAbsent(path, any -> SigningSecret.fresh().text());
    }

    @Override
    public Reply to(Received message) {
        try {
            message.verify(secret(message.path()));
        } catch (Exception e) {
            synchronized (forged) {
                forged.add(message.id() + " " + e);
            }
        }
        if (ThreadLocalRandom.current().nextInt(10) < failures) {
            return new Reply(500, "not now");
        }
        accepted.add(message.id());
        return new Reply(204, "");
    }

    /** The ids of what was taken. */
    Set<String> accepted() {
        return accepted;
    }

    /** Fails where a signature is wrong, or where what came again is not the same event with the same id. */
    void checkAll(List<Received> attempts) {
        synchronized (forged) {
            assertThat(forged).as("signatures that are not right").isEmpty();
        }
        Map<String, String> bodies = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        for (Received each : attempts) {
            assertThat(each.body()).isEqualTo(bodies.computeIfAbsent(each.id(), first -> each.body()));
            assertThat(each.id()).isEqualTo(ids.computeIfAbsent(each.body(), first -> each.id()));
        }
    }
}
