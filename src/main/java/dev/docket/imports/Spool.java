package dev.docket.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;

/**
 * The body in a file of its own, gone when it is closed: a zip has its table of contents at the end. While it is written
 * the headers of such a table are counted, so that no reader ever finds more entries than it can hold.
 */
final class Spool implements AutoCloseable {

    private static final int HEADER_OF_ENTRY = 0x504b0102;

    private final SeekableByteChannel channel;

    private Spool(SeekableByteChannel channel) {
        this.channel = channel;
    }

    static Spool of(InputStream body) throws IOException {
        Path file = Files.createTempFile("docket-import-", ".tmp");
        SeekableByteChannel channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        Spool spool = new Spool(channel);
        try {
            spool.fill(body);
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private void fill(InputStream body) throws IOException {
        byte[] buffer = new byte[64 << 10];
        int window = 0;
        int headers = 0;
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            for (int i = 0; i < n; i++) {
                window = window << 8 | buffer[i] & 0xff;
                if (window == HEADER_OF_ENTRY && ++headers > Limits.ENTRIES) {
                    throw Refusal.tooLarge("The archive has too many entries: at most %,d.".formatted(Limits.ENTRIES));
                }
            }
            if (channel.position() + n > Limits.BODY) {
                throw Refusal.tooLarge("The body may have at most 64 MiB.");
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        channel.position(0);
    }

    SeekableByteChannel channel() {
        return channel;
    }

    InputStream stream() {
        return new BufferedInputStream(Channels.newInputStream(channel), 64 << 10);
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
