package cepa.renderer.pages;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.json.Json;
import cepa.model.NetworkModel;
import cepa.model.SourceProvenance;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.asset.Assets;
import cepa.renderer.template.Fragments;
import cepa.renderer.template.SiteShell;
import cepa.renderer.template.SiteTemplates;
import cepa.renderer.template.SiteTemplates.PageInput;
import cepa.renderer.template.SiteTemplates.Surroundings;
import cepa.renderer.template.Utf8Writer;
import cepa.testing.model.NetworkBuilder;
import io.pebbletemplates.pebble.extension.Extension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A whole site of all page families in memory, made the way the engine makes it, without store,
/// queue and shards.
public final class RenderedSite {

  /// The family that other tests show how to write one with; it is not part of the site.
  private static final String SAMPLE = "sample";

  private final Map<String, byte[]> pages = new TreeMap<>();
  private final Map<String, byte[]> twins = new TreeMap<>();
  private final Map<String, byte[]> documents = new TreeMap<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Assets assets = Assets.onClassPath();

  private RenderedSite() {}

  public static RenderedSite of(NetworkBuilder network) {
    return of(network.load("m1"));
  }

  public static RenderedSite of(LoadedModel model) {
    var site = new RenderedSite();
    try (var spring =
        new AnnotationConfigApplicationContext("cepa.renderer.pages", "cepa.renderer.view")) {
      site.render(
          model,
          spring.getBeansOfType(PageFamily.class).values().stream()
              .filter(family -> !family.id().equals(SAMPLE))
              .sorted(Comparator.comparing(PageFamily::id))
              .toList(),
          new SiteTemplates(spring.getBeansOfType(Extension.class).values(), site.assets),
          Json.MAPPER
              .rebuild()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .addModules(spring.getBeansOfType(JacksonModule.class).values())
              .build());
    }
    return site;
  }

  private void render(
      LoadedModel loaded, List<PageFamily> families, SiteTemplates templates, JsonMapper mapper) {
    var data = new PageContext.Data(loaded);
    var registry = new Links.Registry();
    families.forEach(family -> family.link(registry, data));
    List<String> indexed = new ArrayList<>();
    var context = new PageContext(data, registry.build(), () -> List.copyOf(indexed));
    List<SitePath> paths = families.stream().flatMap(family -> family.paths(context)).toList();
    var around = new Surroundings("", new Fragments(64_000_000));
    var out = new Utf8Writer();
    List<PageFamily.NavEntry> menu =
        families.stream()
            .flatMap(family -> family.navigation().stream())
            .sorted(
                Comparator.comparingInt(PageFamily.NavEntry::order)
                    .thenComparing(PageFamily.NavEntry::text))
            .toList();
    for (SitePath path : paths) {
      switch (path) {
        case SitePath.Page page -> {
          PageView view = page.view().get();
          if (view.head().indexed()) {
            indexed.add(page.path());
          }
          var shell = shell(page, view, menu, data.model());
          templates.render(new PageInput(page.template(), view, shell), around, out);
          put(pages, page.path(), Arrays.copyOf(out.array(), out.size()));
          put(twins, page.twin(), mapper.writeValueAsBytes(view));
        }
        case SitePath.Redirect redirect -> redirects.put(redirect.path(), redirect.target());
        case SitePath.Document document -> {}
      }
    }
    for (SitePath path : paths) {
      if (path instanceof SitePath.Document document) {
        put(documents, document.path(), document.content().get());
      }
    }
  }

  private static void put(Map<String, byte[]> all, String path, byte[] body) {
    if (all.putIfAbsent(path, body) != null) {
      throw new IllegalStateException("Two pages at " + path);
    }
  }

  private SiteShell shell(
      SitePath.Page page, PageView view, List<PageFamily.NavEntry> menu, NetworkModel model) {
    Map<String, SourceProvenance.State> states = new LinkedHashMap<>();
    for (String id : view.head().sources()) {
      SourceProvenance source = model.source(id);
      states.put(id, source == null ? SourceProvenance.State.MISSING : source.state());
    }
    String base = model.site().baseUrl();
    return new SiteShell(
        menu,
        states,
        base,
        base == null ? null : base + page.path(),
        page.path(),
        page.twin(),
        Objects.requireNonNull(assets.path("cepa.css")));
  }

  public Map<String, byte[]> pages() {
    return pages;
  }

  public Map<String, byte[]> twins() {
    return twins;
  }

  public Map<String, byte[]> documents() {
    return documents;
  }

  public Map<String, String> redirects() {
    return redirects;
  }

  public Assets assets() {
    return assets;
  }

  public String html(String path) {
    return text(pages.get(path), path);
  }

  public Document page(String path) {
    return Jsoup.parse(html(path));
  }

  public String twin(String path) {
    return text(twins.get(path), path);
  }

  public String document(String path) {
    return text(documents.get(path), path);
  }

  /// Whether an internal address leads somewhere.
  public boolean has(String path) {
    return pages.containsKey(path)
        || twins.containsKey(path)
        || documents.containsKey(path)
        || redirects.containsKey(path)
        || assets.all().stream().anyMatch(asset -> path.endsWith("/" + asset.published()));
  }

  private static String text(byte @Nullable [] body, String path) {
    if (body == null) {
      throw new AssertionError("Nothing is published at " + path);
    }
    return new String(body, StandardCharsets.UTF_8);
  }
}
