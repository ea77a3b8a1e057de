package cepa.processor.source.collectordescriptors;

import cepa.model.Fingerprint;
import cepa.processor.SourceReader;
import cepa.processor.directory.Lines;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import cepa.processor.source.collectordescriptors.Descriptors.Descriptor;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the family keys in server descriptors (sources 9, A.4). Relays publish a descriptor at
/// least every 18 hours; of several the newest counts, and of equally new ones the last.
@Component
public final class DescriptorsReader implements SourceReader<Descriptors> {

  public static final String SOURCE = "collector-descriptors";

  private final FamilyCertificates certificates = new FamilyCertificates();

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Class<Descriptors> makes() {
    return Descriptors.class;
  }

  @Override
  public AgeLimits limits() {
    return new AgeLimits(Duration.ofHours(6), Duration.ofHours(48));
  }

  @Override
  public Descriptors read(SnapshotManifest snapshot, SnapshotReader log) {
    var collector = new Collector(certificates);
    for (DocumentRef document : snapshot.documents()) {
      collector.file(document.name());
      log.read(snapshot, document, (_, key, value) -> collector.add(key, value));
    }
    return collector.data();
  }

  /// Takes files in order of time, and the descriptors of a relay in order of their file.
  static final class Collector {
    private static final byte[] PUBLISHED = Lines.ascii("published");
    private static final byte[] IDENTITY = Lines.ascii("master-key-ed25519");
    private static final byte[] FAMILY = Lines.ascii("family-cert");
    private static final int FILE_TIME = "YYYY-MM-DD-hh-mm-ss".length();

    /// More certificates than any relay needs.
    private static final int MOST_CERTIFICATES = 16;

    private final FamilyCertificates certificates;
    private final Map<Fingerprint, Raw> newest = new HashMap<>();
    private final Lines lines = new Lines();
    private @Nullable Instant oldestFile;
    private @Nullable Instant newestFile;
    private int rejected;

    Collector(FamilyCertificates certificates) {
      this.certificates = certificates;
    }

    void file(String name) {
      Instant time = time(name);
      if (time != null) {
        oldestFile = oldestFile == null || time.isBefore(oldestFile) ? time : oldestFile;
        newestFile = newestFile == null || time.isAfter(newestFile) ? time : newestFile;
      }
    }

    private static @Nullable Instant time(String name) {
      if (name.length() < FILE_TIME) {
        return null;
      }
      String date = name.substring(0, 10);
      String time = name.substring(11, FILE_TIME).replace('-', ':');
      long seconds = Lines.time(date + " " + time);
      return seconds == Lines.UNKNOWN ? null : Instant.ofEpochSecond(seconds);
    }

    void add(String key, byte[] descriptor) {
      Fingerprint relay = Fingerprint.parse(key);
      if (relay == null) {
        rejected++;
        return;
      }
      Raw raw = raw(descriptor);
      if (raw.published == Lines.UNKNOWN) {
        rejected++;
      }
      newest.merge(relay, raw, (old, other) -> other.published >= old.published ? other : old);
    }

    private Raw raw(byte[] descriptor) {
      long published = Lines.UNKNOWN;
      byte[] identity = null;
      List<byte @Nullable []> found = new ArrayList<>(0);
      lines.of(descriptor);
      while (lines.next()) {
        if (lines.is(PUBLISHED)) {
          published = lines.time();
        } else if (lines.is(IDENTITY) && lines.word()) {
          identity = decoded(lines.text());
        } else if (lines.is(FAMILY) && found.size() < MOST_CERTIFICATES) {
          found.add(lines.block());
        }
      }
      return new Raw(published, identity, found);
    }

    private static byte @Nullable [] decoded(String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    Descriptors data() {
      Map<Fingerprint, Descriptor> relays = new TreeMap<>();
      newest.forEach((relay, raw) -> relays.put(relay, descriptor(raw)));
      certificates.forgetOthers();
      return new Descriptors(relays, oldestFile, newestFile, rejected);
    }

    private Descriptor descriptor(Raw raw) {
      List<Certificate> verified = new ArrayList<>(raw.certificates.size());
      for (byte[] certificate : raw.certificates) {
        verified.add(certificates.verify(certificate, raw.identity));
      }
      return new Descriptor(
          raw.published == Lines.UNKNOWN ? null : Instant.ofEpochSecond(raw.published), verified);
    }

    /// What is needed of a descriptor, before it is known to be the newest.
    private static final class Raw {
      private final long published;
      private final byte @Nullable [] identity;
      private final List<byte @Nullable []> certificates;

      private Raw(
          long published, byte @Nullable [] identity, List<byte @Nullable []> certificates) {
        this.published = published;
        this.identity = identity;
        this.certificates = certificates;
      }
    }
  }
}
