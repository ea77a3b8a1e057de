package cepa.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an operator wrote about themselves, and who that makes them (relay-model 6, 12.1).
///
/// @param text without control characters and what is no character, hostile; empty if there is none
/// @param domain host the operator claims to prove (AROI), lower case; null if the contact does not
///   have all three fields or names no host
/// @param operator public key of the operator: hex MD5 over the domain, else over the text as
///   upstream sent it. The relays of one domain share it whatever else they write; all relays
///   without a contact share [#NOBODY]
/// @param fields which of the three AROI fields the text has
public record Contact(String text, @Nullable String domain, String operator, Set<Field> fields) {

  /// Key of the relays that name nobody: not an operator (D-2).
  public static final String NOBODY = md5("");

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern VERSION = Pattern.compile("\\bciissversion:2\\b", FLAGS);
  private static final Pattern PROOF = Pattern.compile("\\bproof:(?:dns|uri)-rsa\\b", FLAGS);
  private static final Pattern URL = Pattern.compile("\\burl:(?:https?://)?([^,\\s]+)", FLAGS);
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{2,63}");

  public Contact {
    fields = Collections.unmodifiableSet(fields.isEmpty() ? Set.of() : EnumSet.copyOf(fields));
  }

  /// The three fields that make a contact one whose operator can be proved.
  public enum Field {
    PROOF,
    URL,
    VERSION
  }

  /// A contact that is all text.
  ///
  /// @param text null counts as empty
  public static Contact of(@Nullable String text) {
    String written = text == null ? "" : text;
    return of(written, written);
  }

  /// @param text what of `sent` is text
  /// @param sent as upstream sent it: links of the web hold keys made of it
  public static Contact of(String text, String sent) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    if (VERSION.matcher(text).find()) {
      fields.add(Field.VERSION);
    }
    if (PROOF.matcher(text).find()) {
      fields.add(Field.PROOF);
    }
    Matcher url = URL.matcher(text);
    boolean named = url.find();
    if (named) {
      fields.add(Field.URL);
    }
    String domain = named && fields.size() == Field.values().length ? host(url.group(1)) : null;
    String keyed = text.isEmpty() ? "" : sent;
    return new Contact(text, domain, md5(domain == null ? keyed : "aroi_domain:" + domain), fields);
  }

  /// Whether there is somebody to ask for: a text of more than blanks.
  public boolean isNamed() {
    return !text.isBlank();
  }

  /// The host of an URL, or null if it has none. One host has one form (D-1): lower case, without
  /// scheme, port, path, query, fragment, final dot and leading `www.`.
  private static @Nullable String host(String url) {
    String host = url.substring(url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3);
    host = host.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT);
    host = host.replaceFirst(":\\d*$", "").replaceFirst("\\.$", "").replaceFirst("^www\\.", "");
    return HOST.matcher(host).matches() ? host : null;
  }

  /// The key of a text, as links of the web hold it.
  public static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
