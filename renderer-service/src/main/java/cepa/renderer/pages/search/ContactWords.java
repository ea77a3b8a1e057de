package cepa.renderer.pages.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a contact that somebody may look for: names and addresses as they are written, not
/// the fields of the format that every contact has.
final class ContactWords {

  private static final int WORDS = 10;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final Pattern FIELD =
      Pattern.compile("^(?:email|url|gpg|keybase|twitter|mastodon|matrix|xmpp|donationurl):");
  private static final Pattern FORMAT =
      Pattern.compile(
          "(?:ciissversion|proof|hoster|cost|uplinkbw|trafficacct|memory|cpu|virtualization|os|tls|"
              + "aesni|autoupdate|confmgmt|dnslocation|dnsqname|dnssec|dnslocalrootzone|sandbox|"
              + "offlinemasterkey|signingkeylifetime|verifyurl|btc|zec|xmr)\\b.*");

  private ContactWords() {}

  static List<String> of(String contact) {
    return Arrays.stream(contact.toLowerCase(Locale.ROOT).split("[\\s,;<>()|\"]+"))
        .map(word -> FIELD.matcher(word).replaceFirst("").replaceFirst("^https?://", ""))
        .filter(word -> word.length() >= SHORTEST && word.length() <= LONGEST)
        .filter(word -> !FORMAT.matcher(word).matches())
        .distinct()
        .limit(WORDS)
        .toList();
  }
}
