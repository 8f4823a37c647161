package dev.docket.webhook;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.quarkus.netty.MainEventLoopGroup;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** Looks names up as the machine is set up to (hosts file, name servers), without a thread that waits. */
@Singleton
class Names {

    private static final int QUERY_TIMEOUT_MS = 2_000;
    private static final int MOST_QUERIES = 8;
    private static final int LONGEST_TTL_S = 300;

    private final DnsNameResolver resolver;

    Names(@MainEventLoopGroup EventLoopGroup loops) {
        this.resolver = new DnsNameResolverBuilder(loops.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .queryTimeoutMillis(QUERY_TIMEOUT_MS)
                .maxQueriesPerResolve(MOST_QUERIES)
                .ttl(0, LONGEST_TTL_S)
                .build();
    }

    /** All addresses of the name, at least one; fails where there is none. */
    Future<List<InetAddress>> addresses(String name) {
        Promise<List<InetAddress>> found = Promise.promise();
        resolver.resolveAll(name).addListener((io.netty.util.concurrent.Future<List<InetAddress>> result) -> {
            if (result.isSuccess()) {
                found.complete(result.getNow());
            } else {
                found.fail(result.cause());
            }
        });
        return found.future();
    }

    @PreDestroy
    void close() {
        resolver.close();
    }
}
