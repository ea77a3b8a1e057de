package cepa.bench.site;

import cepa.bench.flat.SiteFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether every link of every page leads to a file, a redirect or out of the site, and every
/// fragment to an id. One of these gathers what one worker reads; [#finish] judges.
final class LinkCheck {

  private final SiteFiles files;
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<SiteLink, String> fragments = new HashMap<>();
  private final Map<String, String> missing = new HashMap<>();
  private final Set<String> external = new HashSet<>();
  private final Map<String, String> seen = new HashMap<>();
  private long checked;
  private long redirects;

  LinkCheck(SiteFiles files) {
    this.files = files;
  }

  /// A link that leads nowhere.
  ///
  /// @param page one page that has it
  /// @param link where it would lead
  record Broken(String page, String link) {}

  /// @param checked links looked at, all pages
  /// @param fragments different ids that links lead to
  /// @param external different addresses outside the site; they are not asked for
  /// @param redirects pages that only lead to another one
  /// @param broken each target once
  record Result(long checked, long fragments, long external, long redirects, List<Broken> broken) {}

  void page(String name, String html) {
    if (SiteFiles.isRedirect(html)) {
      redirects++;
    }
    Set<String> own = new HashSet<>();
    Tags.of(
        html,
        (tag, attribute, value) -> {
          switch (attribute) {
            case "id" -> own.add(value);
            case "href", "src", "action" -> link(name, value);
            case "content" -> refresh(name, tag, value);
            default -> {}
          }
        });
    ids.put(name, Set.copyOf(shared(own)));
  }

  /// Ids are the same few on thousands of pages.
  private Set<String> shared(Set<String> own) {
    Set<String> shared = new HashSet<>();
    own.forEach(id -> shared.add(seen.computeIfAbsent(id, known -> known)));
    return shared;
  }

  private void refresh(String page, String tag, String content) {
    int url = content.indexOf("url=");
    if (tag.equals("meta") && url >= 0 && content.startsWith("0")) {
      link(page, content.substring(url + "url=".length()));
    }
  }

  private void link(String page, String address) {
    checked++;
    SiteLink link = SiteLink.of(page, address);
    if (link == null) {
      external.add(address);
    } else if (!files.has(link.name()) && !redirected(link.name())) {
      missing.putIfAbsent(address, page);
    } else if (!link.fragment().isEmpty()) {
      fragments.putIfAbsent(link, page);
    }
  }

  /// A redirect of `/x` is written as the page of the directory `x/`; any static host leads there.
  private boolean redirected(String name) {
    String index = name + "/index.html";
    return files.has(index)
        && SiteFiles.isRedirect(new String(files.bytes(index), StandardCharsets.UTF_8));
  }

  /// Puts together what workers gathered.
  static Result finish(Collection<LinkCheck> workers) {
    Map<String, Set<String>> ids = new HashMap<>();
    Map<SiteLink, String> fragments = new HashMap<>();
    Map<String, String> missing = new HashMap<>();
    Set<String> external = new HashSet<>();
    long checked = 0;
    long redirects = 0;
    for (LinkCheck worker : workers) {
      ids.putAll(worker.ids);
      worker.fragments.forEach(fragments::putIfAbsent);
      worker.missing.forEach(missing::putIfAbsent);
      external.addAll(worker.external);
      checked += worker.checked;
      redirects += worker.redirects;
    }
    List<Broken> broken = new ArrayList<>();
    missing.forEach((link, page) -> broken.add(new Broken(page, link)));
    fragments.forEach((link, page) -> {
      if (!ids.getOrDefault(link.name(), Set.of()).contains(link.fragment())) {
        broken.add(new Broken(page, link.name() + "#" + link.fragment()));
      }
    });
    broken.sort(Comparator.comparing(Broken::page).thenComparing(Broken::link));
    return new Result(checked, fragments.size(), external.size(), redirects, broken);
  }
}
