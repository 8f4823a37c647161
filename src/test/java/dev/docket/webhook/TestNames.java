package dev.docket.webhook;

import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.vertx.core.Future;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that end in {@code .test} lead where the test says; all others where they do. */
@Singleton
@Alternative
@Priority(1)
class TestNames extends Names {

    private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    TestNames(@MainEventLoopGroup EventLoopGroup loops) {
        super(loops);
    }

    /** The name has these addresses at the next lookup that is not spoken for, and the last ones said ever after. */
    void lead(String name, String... addresses) {
        answers.computeIfAbsent(name, any -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(TestNames::address).toList());
    }

    @Override
    Future<List<InetAddress>> addresses(String name) {
        Deque<List<InetAddress>> left = answers.get(name);
        if (left == null) {
            return name.endsWith(".test") ? Future.failedFuture(new UnknownHostException(name)) : super.addresses(name);
        }
        return Future.succeededFuture(left.size() > 1 ? left.removeFirst() : left.getFirst());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
