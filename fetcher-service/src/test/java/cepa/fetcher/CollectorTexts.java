package cepa.fetcher;

import static cepa.fetcher.OnionooDocuments.fingerprint;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small documents as CollecTor has them, for tests. Relay number `i` has the fingerprint of
/// [OnionooDocuments#fingerprint(int)].
public final class CollectorTexts {

  private static final String SIGNATURE =
      "-----BEGIN SIGNATURE-----\nAAAA\n-----END SIGNATURE-----\n";

  private CollectorTexts() {}

  /// A consensus of relays 1 to `relays`.
  public static String consensus(String validAfter, int relays) {
    return head("consensus", validAfter) + entries(relays) + foot();
  }

  /// The vote of the authority with this identity on relays 1 to `relays`.
  public static String vote(String validAfter, String identity, int relays) {
    return head("vote", validAfter)
        + "dir-source moria1 "
        + identity
        + " 192.0.2.1 192.0.2.1 80 443\n"
        + entries(relays)
        + foot();
  }

  public static String head(String kind, String validAfter) {
    return """
    @type network-status-%s-3 1.0
    network-status-version 3
    vote-status %s
    %s
    valid-after %s
    known-flags Exit Fast Running Valid
    """
        .formatted(
            kind,
            kind,
            kind.equals("vote") ? "published " + validAfter : "consensus-method 34",
            validAfter);
  }

  public static String entries(int relays) {
    return IntStream.rangeClosed(1, relays)
        .mapToObj(CollectorTexts::entry)
        .collect(Collectors.joining());
  }

  public static String entry(int number) {
    return "r r"
        + number
        + " "
        + base64(fingerprint(number))
        + " AAAAAAAAAAAAAAAAAAAAAAAAAAA 2026-08-22 14:00:00 192.0.2.1 9001 0\n"
        + "a [2001:db8::1]:9001\ns Fast Running Valid\nw Bandwidth=20\n";
  }

  public static String foot() {
    return "directory-footer\ndirectory-signature "
        + fingerprint(7)
        + " "
        + fingerprint(8)
        + "\n"
        + SIGNATURE;
  }

  /// A file of a scanner that measured relays 1 to `relays`.
  public static String bandwidths(String fileCreated, int relays) {
    return bandwidthsHead(fileCreated)
        + IntStream.rangeClosed(1, relays)
            .mapToObj(i -> bandwidth(i) + "\n")
            .collect(Collectors.joining());
  }

  public static String bandwidthsHead(String fileCreated) {
    return "@type bandwidth-file 1.0\n1787410800\nversion=1.8.0\nfile_created="
        + fileCreated
        + "\nsoftware=sbws\n=====\n";
  }

  public static String bandwidth(int number) {
    return "bw="
        + number
        + " error_circ=0 nick=r"
        + number
        + " node_id=$"
        + fingerprint(number)
        + " success=3";
  }

  /// A file with a descriptor of each of these relays, annotated.
  public static String descriptors(int... numbers) {
    return IntStream.of(numbers)
        .mapToObj(i -> "@type server-descriptor 1.0\n" + descriptor(i, 1))
        .collect(Collectors.joining());
  }

  /// A descriptor of a relay that has been up for so many seconds.
  public static String descriptor(int number, int uptime) {
    return """
    router r%d 192.0.2.1 9001 0 0
    identity-ed25519
    -----BEGIN ED25519 CERT-----
    AAAA
    -----END ED25519 CERT-----
    published 2026-08-22 14:00:00
    fingerprint %s
    uptime %d
    contact router of a friend, über-schön
    router-signature
    %s\
    """
        .formatted(number, fingerprint(number).replaceAll("(.{4})(?=.)", "$1 "), uptime, SIGNATURE);
  }

  /// A fingerprint as a network status writes it.
  public static String base64(String fingerprint) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(HexFormat.of().parseHex(fingerprint));
  }
}
