package cepa.renderer.pages.search;

import cepa.address.IpAddress;
import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.template.Messages;
import cepa.search.SearchEntry;
import cepa.search.SearchKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What can be found: everything that has a page. Only facts that rarely change, so that the shards
/// rarely do: a relay's name, address and country, not how it does.
final class SearchEntries {

  private static final int LABEL = 60;
  private static final int SHORT = 8;

  private final PageContext context;
  private final List<SearchKind> kinds;

  SearchEntries(PageContext context) {
    this.context = context;
    this.kinds =
        List.of(
            kind("country", "/country/", false, false),
            kind("platform", "/platform/", false, false),
            kind("flag", "/flag/", false, false),
            kind("network", "/as/", true, false),
            kind("operator", "/contact/", true, true),
            kind("family", "/family/", false, false),
            kind("first-seen", "/first_seen/", false, false),
            kind("relay", "/relay/", true, false));
  }

  private SearchKind kind(String id, String root, boolean identified, boolean suggested) {
    String title = Messages.of(context).text("search.kind." + id);
    return new SearchKind(id, title, root, identified, suggested);
  }

  /// In the order in which results are grouped: what is few before what is many.
  List<SearchKind> kinds() {
    return kinds;
  }

  List<SearchEntry> all() {
    List<SearchEntry> entries = new ArrayList<>();
    groups("country", entries, this::country);
    groups("platform", entries, group -> plain(group, "platform"));
    groups("flag", entries, group -> plain(group, "flag"));
    groups("network", entries, this::network);
    Map<String, List<String>> shared = sharedNicknames();
    groups("operator", entries, group -> operator(group, shared));
    groups("family", entries, this::family);
    groups("first-seen", entries, group -> plain(group, "first-seen"));
    context.model().relays().stream()
        .map(this::relay)
        .filter(Objects::nonNull)
        .forEach(entries::add);
    return entries;
  }

  private void groups(
      String kind, List<SearchEntry> entries, Function<RelayGroup, @Nullable SearchEntry> maker) {
    context.model().groups(kind).stream().map(maker).filter(Objects::nonNull).forEach(entries::add);
  }

  /// The key of a page below its kind's root, or its whole path; null if it has no page.
  private @Nullable String key(String kind, String key) {
    String path = context.links().path(kind, key);
    if (path == null) {
      return null;
    }
    String root =
        kinds.stream()
            .filter(k -> k.id().equals(kind))
            .map(SearchKind::root)
            .findFirst()
            .orElse("");
    boolean below = path.startsWith(root) && path.endsWith("/");
    return below ? path.substring(root.length(), path.length() - 1) : path;
  }

  private @Nullable SearchEntry plain(RelayGroup group, String kind) {
    String key = key(kind, group.key());
    String label = DisplayText.line(group.key(), DisplayText.PLACE_NAME);
    return key == null || label == null ? null : entry(kind, label, key);
  }

  private static SearchEntry entry(String kind, String label, String key) {
    return new SearchEntry(kind, label, key, "", List.of(), List.of(), List.of(), false);
  }

  private @Nullable SearchEntry country(RelayGroup group) {
    String key = key("country", group.key());
    if (key == null) {
      return null;
    }
    String name = DisplayText.lineOr(group.name(), DisplayText.PLACE_NAME, group.key());
    List<String> names = new ArrayList<>(List.of(name, group.key()));
    names.addAll(CountryAliases.of(group.key()));
    return new SearchEntry("country", name, key, group.key(), List.of(), names, List.of(), false);
  }

  private @Nullable SearchEntry network(RelayGroup group) {
    String key = key("network", group.key());
    if (key == null) {
      return null;
    }
    String name = DisplayText.line(group.name(), DisplayText.NETWORK_NAME);
    return new SearchEntry(
        "network",
        name == null ? group.key() : group.key() + " " + name,
        key,
        group.country() == null ? "" : DisplayText.lineOr(group.country(), 2, ""),
        List.of(group.key().substring("AS".length())),
        name == null ? List.of() : List.of(name),
        List.of(),
        false);
  }

  private @Nullable SearchEntry operator(RelayGroup group, Map<String, List<String>> nicknames) {
    String key = key("operator", group.key());
    if (key == null) {
      return null;
    }
    Contact contact = context.model().relays().get(group.members().getFirst()).contact();
    String text = DisplayText.line(contact.text(), DisplayText.CONTACT_IN_HEADING);
    String domain = contact.domain();
    String label =
        domain == null
            ? DisplayText.lineOr(text, LABEL, Messages.of(context).text("search.nobody"))
            : domain;
    List<String> words = new ArrayList<>(nicknames.getOrDefault(group.key(), List.of()));
    if (text != null) {
      words.addAll(ContactWords.of(text));
    }
    List<String> identifiers = new ArrayList<>(List.of(group.key()));
    if (domain != null) {
      identifiers.add(domain);
    }
    return new SearchEntry("operator", label, key, "", identifiers, List.of(), words, false);
  }

  /// A member that is gone still leads to the family that lists it.
  private @Nullable SearchEntry family(RelayGroup group) {
    String key = key("family", group.key());
    Fingerprint head = Fingerprint.parse(group.key());
    if (key == null || head == null) {
      return null;
    }
    Relay relay = context.data().relay(head);
    String name = relay == null ? head.hex().substring(0, SHORT) : RelayRow.nickname(relay);
    List<String> gone =
        relay == null
            ? List.of()
            : context.model().members(relay.family().effective()).stream()
                .filter(member -> !context.data().hasRelay(member))
                .map(member -> member.hex().toLowerCase(Locale.ROOT))
                .toList();
    String label = Messages.of(context).text("search.family", name);
    return new SearchEntry(
        "family",
        label,
        key,
        "",
        gone,
        List.of(label, Messages.of(context).text("search.family.other", name)),
        List.of(),
        false);
  }

  private @Nullable SearchEntry relay(Relay relay) {
    String key = key("relay", relay.fingerprint().hex());
    if (key == null) {
      return null;
    }
    Relay.Addresses addresses = relay.addresses();
    List<String> known =
        Stream.concat(addresses.or().stream(), addresses.exit().stream())
            .map(IpAddress::canonical)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    String country =
        relay.place() == null
            ? ""
            : DisplayText.lineOr(relay.place().country(), DisplayText.NICKNAME, "");
    return new SearchEntry(
        "relay", RelayRow.nickname(relay), key, country, known, List.of(), List.of(), true);
  }

  /// Nicknames that several relays have, all of one operator: who asks for them may mean it.
  private Map<String, List<String>> sharedNicknames() {
    Map<String, List<Relay>> byName = new HashMap<>();
    for (Relay relay : context.model().relays()) {
      if (relay.contact().isNamed()) {
        byName.computeIfAbsent(RelayRow.nickname(relay), n -> new ArrayList<>()).add(relay);
      }
    }
    Map<String, List<String>> shared = new HashMap<>();
    byName.forEach((name, relays) -> {
      String operator = relays.getFirst().contact().operator();
      if (relays.size() > 1
          && relays.stream().allMatch(relay -> relay.contact().operator().equals(operator))) {
        shared.computeIfAbsent(operator, o -> new ArrayList<>()).add(name);
      }
    });
    shared.values().forEach(names -> names.sort(null));
    return shared;
  }
}
