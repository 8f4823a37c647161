package dev.docket.webhook;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which addresses are out on the Internet (IANA special-purpose address registries; RFC 6890). What carries an address of
 * IPv4 inside one of IPv6, but for the mapped form, is not: it may lead anywhere.
 */
final class Addresses {

    /** What a connection to an address would be. */
    enum Reach {
        /** Out on the Internet. */
        PUBLIC,
        /** To this machine or its private network. */
        LOCAL,
        /** To nothing that a webhook can be at: other machines on the link, groups of them, what is reserved. */
        NOWHERE
    }

    private static final List<Block> LOCAL = blocks(
            "10.0.0.0/8",
            "100.64.0.0/10", // shared by the customers of a provider
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "::1/128",
            "fc00::/7");

    private static final List<Block> NOWHERE = blocks(
            "0.0.0.0/8",
            "168.63.129.16/32", // what a cloud serves to its own machines
            "169.254.0.0/16", // the link, and what clouds tell their machines
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // Teredo among others
            "2001:db8::/32",
            "2002::/16", // 6to4
            "3fff::/20");

    /** All of IPv6 that is given to networks. */
    private static final Block UNICAST = Block.of("2000::/3");

    private static final int IPV4 = 4;

    private Addresses() {}

    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            byte[] start = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
            return new Block(Objects.requireNonNull(start), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    static Reach reach(InetAddress address) {
        byte[] bytes = unmapped(address);
        if (LOCAL.stream().anyMatch(block -> block.holds(bytes))) {
            return Reach.LOCAL;
        }
        boolean unicast = bytes.length == IPV4 || UNICAST.holds(bytes);
        return unicast && NOWHERE.stream().noneMatch(block -> block.holds(bytes)) ? Reach.PUBLIC : Reach.NOWHERE;
    }

    /** Java makes a mapped address one of IPv4 by itself, unless somebody went out of his way. */
    private static byte[] unmapped(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress()).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
