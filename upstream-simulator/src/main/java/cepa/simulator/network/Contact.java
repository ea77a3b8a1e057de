package cepa.simulator.network;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Composes contact strings in the ways operators write them.
final class Contact {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final List<String> PEOPLE =
      List.of(
          "Jörg Müßiggang",
          "Åsa Öberg",
          "Íñigo Núñez",
          "Świętosława Źdźbło",
          "Ирина Примерова",
          "見本太郎",
          "示例运营者",
          "مثال المشغل",
          "Παράδειγμα Δοκιμαστικός",
          "Şükrü Çelik 🧅",
          "Ⓐ relays",
          "café à la crème");

  private final Operator operator;
  private final Draw draw;
  private final String domain;
  private final String user;

  private Contact(Operator operator, int tick) {
    this.operator = operator;
    this.draw = operator.draw().of("contact");
    this.domain = operator.domain();
    this.user = operator.mailUser(tick);
  }

  /// The contact line of a relay of this operator; null: none.
  static @Nullable String of(Operator operator, @Nullable Hosting hosting, int tick) {
    Contact contact = new Contact(operator, tick);
    return switch (operator.style()) {
      case NONE -> null;
      case FIXED -> operator.fixedContact();
      case AROI -> String.join(" ", contact.fields(hosting));
      case PARTIAL_AROI -> contact.incomplete(hosting);
      case MAIL -> contact.mail();
      case OBFUSCATED -> contact.obfuscated();
      case PGP -> contact.pgp();
      case TEXT -> contact.text();
      case UNICODE -> draw(contact).from(PEOPLE) + " <" + contact.user + "@" + contact.domain + ">";
    };
  }

  private static Draw draw(Contact contact) {
    return contact.draw.of("person");
  }

  private List<String> fields(@Nullable Hosting hosting) {
    List<String> fields = new ArrayList<>();
    fields.add("email:" + user + "[]" + domain);
    fields.add(
        "url:"
            + draw.of("scheme").from(List.of("https://", "", "https://www.", "http://"))
            + domain);
    fields.add("proof:" + operator.proof().text());
    addIf(fields, "with-pgp", "pgp:" + pgpKey());
    addIf(fields, "with-abuse", "abuse:abuse[]" + domain);
    addIf(fields, "with-donation", "donationurl:https://" + domain + "/donate");
    addIf(
        fields,
        "with-uplink",
        "uplinkbw:" + draw.of("uplink").from(List.of(100, 500, 1000, 10_000)));
    addIf(fields, "with-hoster", "hoster:" + hoster(hosting));
    addIf(fields, "with-memory", "memory:" + (256 << draw.of("memory").below(8)));
    addIf(
        fields,
        "with-machine",
        "virtualization:" + draw.of("machine").from(List.of("kvm", "xen", "baremetal", "lxc")));
    addIf(
        fields, "with-cost", "trafficacct:unmetered cost:" + draw.of("cost").below(64) + ".00EUR");
    fields.add("ciissversion:2");
    return fields;
  }

  private void addIf(List<String> fields, String choice, String field) {
    if (draw.of(choice).chance(0.5)) {
      fields.add(field);
    }
  }

  /// Operators with machines at several companies often name them, so their contacts differ.
  private String hoster(@Nullable Hosting hosting) {
    return hosting != null && draw.of("varied").chance(0.3)
        ? hosting.name().toLowerCase(Locale.ROOT).replace(' ', '-')
        : "own";
  }

  private String incomplete(@Nullable Hosting hosting) {
    List<String> fields = new ArrayList<>(fields(hosting));
    String missing = draw.of("missing").from(List.of("proof:", "url:", "ciissversion:"));
    fields.removeIf(field -> field.startsWith(missing));
    return String.join(" ", fields);
  }

  private String mail() {
    String address = user + "@" + domain;
    return switch (draw.of("mail").below(4)) {
      case 0 -> address;
      case 1 -> "<" + address + ">";
      case 2 -> "mailto:" + address;
      default -> "Relay admin <" + address + ">";
    };
  }

  private String obfuscated() {
    String spelt = domain.replace(".", draw.of("dot").chance(0.5) ? " dot " : "[dot]");
    return switch (draw.of("at").below(5)) {
      case 0 -> user + " AT " + spelt;
      case 1 -> user + "[at]" + spelt;
      case 2 -> user + " (at) " + spelt;
      case 3 -> user + " at-sign " + spelt + " (no spam please)";
      default -> "0x" + pgpKey().substring(0, 8) + " " + user + " <at> " + spelt;
    };
  }

  private String pgp() {
    return "0x" + pgpKey().substring(24) + " " + user + " <" + user + " AT " + domain + ">";
  }

  private String text() {
    return switch (draw.of("text").below(5)) {
      case 0 -> "Random Person <nobody AT " + domain + ">";
      case 1 -> "find me in the relay channel as " + user + ", " + domain;
      case 2 -> "https://" + domain + "/";
      case 3 -> "one of our relays, all at " + domain;
      default -> "none of your business, " + domain;
    };
  }

  private String pgpKey() {
    return HEX.formatHex(draw.of("pgp").bytes(20));
  }
}
