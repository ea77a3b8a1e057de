package cepa.processor.history;

import cepa.digest.Sha256;
import cepa.model.Fingerprint;
import java.util.List;

/// Short digests that stand for long values whose change matters and whose value does not.
final class Digests {

  private static final int LENGTH = 16;

  private Digests() {}

  static String ofText(String text) {
    return Sha256.hex(List.of(text)).substring(0, LENGTH);
  }

  static String ofMembers(List<Fingerprint> members) {
    return Sha256.hex(members.stream().map(Fingerprint::hex).toList()).substring(0, LENGTH);
  }
}
