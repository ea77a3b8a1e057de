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
import cepa.renderer.template.Menu;
import cepa.renderer.template.PageData;
import cepa.renderer.template.SiteShell;
import cepa.renderer.template.SiteTemplates;
import cepa.renderer.template.SiteTemplates.PageInput;
import cepa.renderer.template.SiteTemplates.Surroundings;
import cepa.renderer.template.Utf8Writer;
import cepa.renderer.view.template.Messages;
import cepa.renderer.view.template.ViewExtension;
import cepa.renderer.view.twin.CsvTable;
import cepa.renderer.view.twin.CsvWriter;
import cepa.testing.model.NetworkBuilder;
import io.pebbletemplates.pebble.extension.Extension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  private final Map<String, byte[]> csv = new TreeMap<>();
  private final Map<String, byte[]> documents = new TreeMap<>();
  private final Map<String, String> redirects = new TreeMap<>();
  private final Set<String> claimed = new HashSet<>();
  private final Assets assets = Assets.onClassPath();

  private final NetworkModel model;

  private RenderedSite(NetworkModel model) {
    this.model = model;
  }

  public static RenderedSite of(NetworkBuilder network) {
    return of(network.load("m1"));
  }

  /// Every path of a site, without making a page.
  public static List<SitePath> paths(LoadedModel model) {
    try (var spring = spring()) {
      List<PageFamily> families = families(spring);
      var data = new PageContext.Data(model);
      var registry = new Links.Registry();
      families.forEach(family -> family.link(registry, data));
      var context = new PageContext(data, registry.build(), List::of);
      return families.stream().flatMap(family -> family.paths(context)).toList();
    }
  }

  private static AnnotationConfigApplicationContext spring() {
    return new AnnotationConfigApplicationContext("cepa.renderer.pages", "cepa.renderer.view");
  }

  private static List<PageFamily> families(AnnotationConfigApplicationContext spring) {
    return spring.getBeansOfType(PageFamily.class).values().stream()
        .filter(family -> !family.id().equals(SAMPLE))
        .sorted(Comparator.comparing(PageFamily::id))
        .toList();
  }

  public static RenderedSite of(LoadedModel model) {
    return of(model, new Messages());
  }

  /// In a language.
  public static RenderedSite of(LoadedModel model, Messages texts) {
    var site = new RenderedSite(model.model());
    try (var spring = spring()) {
      site.render(
          model,
          texts,
          families(spring),
          new SiteTemplates(extensions(spring, texts), site.assets),
          Json.MAPPER
              .rebuild()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .addModules(spring.getBeansOfType(JacksonModule.class).values())
              .build());
    }
    return site;
  }

  private static List<Extension> extensions(
      AnnotationConfigApplicationContext spring, Messages texts) {
    return spring.getBeansOfType(Extension.class).values().stream()
        .map(extension -> extension instanceof ViewExtension ? new ViewExtension(texts) : extension)
        .toList();
  }

  private void render(
      LoadedModel loaded,
      Messages texts,
      List<PageFamily> families,
      SiteTemplates templates,
      JsonMapper mapper) {
    var data = new PageContext.Data(loaded);
    data.shared(Messages.class, () -> texts);
    var registry = new Links.Registry();
    families.forEach(family -> family.link(registry, data));
    List<String> indexed = new ArrayList<>();
    var context =
        new PageContext(data, registry.build(), () -> indexed.stream().distinct().toList());
    List<SitePath> paths = families.stream().flatMap(family -> family.paths(context)).toList();
    Set<String> known =
        paths.stream()
            .filter(path -> path instanceof SitePath.Document)
            .map(SitePath::path)
            .collect(Collectors.toSet());
    var around = new Surroundings("", new Fragments(64_000_000));
    var out = new Utf8Writer();
    Menu menu = Menu.of(families);
    Map<String, Class<? extends PageView>> shapes = new HashMap<>();
    families.forEach(family -> shapes.putAll(family.shapes()));
    for (SitePath path : paths) {
      switch (path) {
        case SitePath.Page page -> {
          PageView view = page.view().get();
          if (shapes.get(page.shape()) != view.getClass()) {
            throw new IllegalStateException(
                "No family says that " + page.shape() + " shows " + view.getClass());
          }
          if (view.head().indexed()) {
            indexed.add(canonical(page, view));
          }
          List<CsvTable> tables = CsvTable.of(view);
          var shell = shell(page, view, menu, PageData.of(page, tables, known::contains));
          templates.render(new PageInput(page.template(), view, shell), around, out);
          put(pages, page.path(), Arrays.copyOf(out.array(), out.size()));
          put(twins, page.twin(), mapper.writeValueAsBytes(view));
          for (CsvTable table : tables) {
            put(csv, page.beside(table.file()), CsvWriter.write(mapper, table));
          }
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

  private void put(Map<String, byte[]> all, String path, byte[] body) {
    all.put(path, body);
    if (!claimed.add(path)) {
      throw new IllegalStateException("Two pages at " + path);
    }
  }

  private SiteShell shell(SitePath.Page page, PageView view, Menu menu, PageData data) {
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
        base == null ? null : base + canonical(page, view),
        page.path(),
        page.twin(),
        Objects.requireNonNull(assets.path("cepa.css")),
        data);
  }

  private static String canonical(SitePath.Page page, PageView view) {
    String other = view.canonical();
    return other == null ? page.path() : other;
  }

  public Map<String, byte[]> pages() {
    return pages;
  }

  public Map<String, byte[]> twins() {
    return twins;
  }

  /// Tables, by path.
  public Map<String, byte[]> csv() {
    return csv;
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

  public String table(String path) {
    return text(csv.get(path), path);
  }

  public String document(String path) {
    return text(documents.get(path), path);
  }

  /// Whether an internal address leads somewhere.
  public boolean has(String path) {
    return pages.containsKey(path)
        || twins.containsKey(path)
        || csv.containsKey(path)
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
