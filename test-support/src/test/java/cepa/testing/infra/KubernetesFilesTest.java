package cepa.testing.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads every document into the typed model of Kubernetes, where a misspelt name is an error.
class KubernetesFilesTest {

  private static final String BASE = "infra/kubernetes/base/";
  private static final String EXAMPLE = "infra/kubernetes/overlays/example/";

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "v1 Service", Service.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 Secret", Secret.class,
          "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  private final ObjectMapper strict =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NoOtherProperties())
          .build();

  /// The model keeps unknown properties aside; here they are refused.
  private static final class NoOtherProperties extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  @Test
  void everyDocument_isOfTheModel() throws IOException {
    var names = new ArrayList<String>();
    for (HasMetadata object : allObjects()) {
      names.add(object.getKind() + " " + object.getMetadata().getName());
    }

    assertThat(names)
        .contains(
            "ConfigMap cepa-settings",
            "Deployment cepa-fetcher-aroi-validation",
            "Deployment cepa-fetcher-authority-health",
            "Deployment cepa-fetcher-collector-bandwidths",
            "Deployment cepa-fetcher-collector-consensus",
            "Deployment cepa-fetcher-collector-descriptors",
            "Deployment cepa-fetcher-collector-votes",
            "Deployment cepa-fetcher-onionoo-bandwidth",
            "Deployment cepa-fetcher-onionoo-details",
            "Deployment cepa-fetcher-onionoo-uptime",
            "Deployment cepa-processor",
            "Deployment cepa-renderer",
            "HorizontalPodAutoscaler cepa-renderer",
            "Deployment cepa-edge",
            "Service cepa-edge",
            "PodDisruptionBudget cepa-edge",
            "Secret cepa-store");
  }

  @Test
  void aMisspeltName_isRefused() {
    var misspelt =
        Map.of(
            "apiVersion", "apps/v1",
            "kind", "Deployment",
            "spec", Map.of("template", Map.of("spec", Map.of("hostNetwrk", true))));

    assertThatThrownBy(() -> read(misspelt)).hasMessageContaining("hostNetwrk");
  }

  @Test
  void everyPod_isUnprivilegedProbedAndBounded() throws IOException {
    for (Deployment deployment : deployments()) {
      String name = deployment.getMetadata().getName();
      PodSpec pod = deployment.getSpec().getTemplate().getSpec();
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
      assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
      for (Container container : pod.getContainers()) {
        var rights = container.getSecurityContext();
        assertThat(rights.getReadOnlyRootFilesystem()).as(name).isTrue();
        assertThat(rights.getAllowPrivilegeEscalation()).as(name).isFalse();
        assertThat(rights.getCapabilities().getDrop()).as(name).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
        assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
        assertThat(container.getStartupProbe()).as(name).isNotNull();
        assertThat(container.getLivenessProbe().getHttpGet().getPath())
            .as(name)
            .isEqualTo("/actuator/health/liveness");
        assertThat(container.getReadinessProbe().getHttpGet().getPath())
            .as(name)
            .isEqualTo("/actuator/health/readiness");
      }
    }
  }

  @Test
  void everySelector_meetsItsPods() throws IOException {
    for (Deployment deployment : deployments()) {
      assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    }
    assertThat(
            deployments().stream()
                .map(deployment -> deployment.getSpec().getSelector().getMatchLabels()))
        .doesNotHaveDuplicates();
  }

  @Test
  void singleWriters_areStoppedBeforeTheyAreReplaced() throws IOException {
    for (Deployment deployment : deployments()) {
      String name = deployment.getMetadata().getName();
      if (name.startsWith("cepa-fetcher-") || name.equals("cepa-processor")) {
        assertThat(deployment.getSpec().getReplicas()).as(name).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).as(name).isEqualTo("Recreate");
      }
    }
  }

  @Test
  void settings_areReadAsMeant() throws IOException {
    for (String folder : List.of(BASE, EXAMPLE)) {
      var merged = new TreeMap<String, String>();
      for (HasMetadata object : objects(BASE)) {
        if (object instanceof ConfigMap settings) {
          merged.putAll(settings.getData());
        }
      }
      for (HasMetadata object : objects(folder)) {
        if (object instanceof ConfigMap settings) {
          merged.putAll(settings.getData());
        }
      }
      merged.put("CEPA_STORE_S3_ACCESS_KEY", "from the secret");
      merged.put("CEPA_STORE_S3_SECRET_KEY", "from the secret");
      var environment = new Environment(merged);
      assertThat(environment.withoutEffect()).isEmpty();
      assertThat(environment.kafka().replicationFactor()).isEqualTo((short) 3);
      assertThat(environment.store().s3().createBucket()).isFalse();
    }
  }

  @Test
  void kustomizations_nameFilesThatAreThere() throws IOException {
    for (String folder : List.of(BASE, EXAMPLE)) {
      Map<?, ?> kustomization = ProjectFiles.yaml(folder + "kustomization.yaml");
      Path directory = ProjectFiles.root().resolve(folder);
      for (Object resource : ProjectFiles.list(kustomization, "resources")) {
        assertThat(directory.resolve(String.valueOf(resource))).exists();
      }
    }
    assertThat(ProjectFiles.list(ProjectFiles.yaml(BASE + "kustomization.yaml"), "resources"))
        .as("every file of the base is used")
        .hasSize(files(BASE).size());
  }

  private List<Deployment> deployments() throws IOException {
    return allObjects().stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .toList();
  }

  private List<HasMetadata> allObjects() throws IOException {
    return Stream.concat(objects(BASE).stream(), objects(EXAMPLE).stream()).toList();
  }

  private List<HasMetadata> objects(String folder) throws IOException {
    var objects = new ArrayList<HasMetadata>();
    for (String file : files(folder)) {
      for (Object document : ProjectFiles.yamlDocuments(folder + file)) {
        objects.add(read(ProjectFiles.map(document)));
      }
    }
    return objects;
  }

  private static List<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ProjectFiles.root().resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
          .sorted()
          .toList();
    }
  }

  private HasMetadata read(Map<?, ?> document) throws JsonProcessingException {
    String kind = document.get("apiVersion") + " " + document.get("kind");
    assertThat(KINDS).containsKey(kind);
    return strict.readValue(strict.writeValueAsString(document), KINDS.get(kind));
  }
}
