package cepa.testing.infra;

import static cepa.testing.infra.ProjectFiles.list;
import static cepa.testing.infra.ProjectFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildEvent;
import cepa.build.BuildRequest;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.json.Json;
import cepa.topic.SnapshotEvent;
import cepa.topic.SourceStatus;
import cepa.topic.Topic;
import cepa.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The written contracts of the topics say what the code does.
class TopicContractsTest {

  private static final Map<String, Class<?>> VALUES =
      Map.of(
          "snapshots", SnapshotEvent.class,
          "source-status", SourceStatus.class,
          "build-requests", BuildRequest.class,
          "builds", BuildEvent.class,
          "render-assignments", RenderAssignment.class,
          "render-results", ShardResult.class);

  private static Map<?, ?> contracts() throws IOException {
    return ProjectFiles.yaml("docs/topics/asyncapi.yaml");
  }

  @Test
  void topicsAndTheirSettings_areThoseTheServicesCreate() throws IOException {
    Map<String, String> written = new TreeMap<>();
    map(contracts(), "channels")
        .forEach((_, channel) -> {
          Map<?, ?> kafka = map(map(map(channel), "bindings"), "kafka");
          written.put(
              String.valueOf(map(channel).get("address")),
              kafka.get("partitions") + " " + settings(map(kafka, "topicConfiguration")));
        });
    Map<String, String> created = new TreeMap<>();
    for (Topic topic : Topics.all(List.of("{source}"), Duration.ofDays(14))) {
      Map<String, String> said = new TreeMap<>(topic.settings());
      said.keySet().retainAll(List.of("cleanup.policy", "retention.ms"));
      created.put(topic.name(), topic.partitions() + " " + said);
    }
    assertThat(written).isEqualTo(created);
  }

  private static Map<String, String> settings(Map<?, ?> configuration) {
    Map<String, String> settings = new TreeMap<>();
    configuration.forEach((key, value) ->
        settings.put(
            String.valueOf(key),
            value instanceof List<?> list ? String.valueOf(list.getFirst()) : value.toString()));
    return settings;
  }

  static Stream<Arguments> messages() throws IOException {
    Map<?, ?> components = map(map(contracts(), "components"), "messages");
    return map(contracts(), "channels").entrySet().stream()
        .filter(channel -> !channel.getKey().equals("snapshot"))
        .flatMap(channel ->
            map(map(channel.getValue()), "messages").keySet().stream()
                .map(name ->
                    Arguments.of(
                        name,
                        Objects.requireNonNull(VALUES.get(channel.getKey())),
                        map(components, String.valueOf(name)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void example_isReadAndWrittenBackTheSame_andEveryFieldIsDescribed(
      String name, Class<?> type, Map<?, ?> message) {
    for (Object example : list(message, "examples")) {
      JsonNode payload = Json.MAPPER.valueToTree(map(map(example), "payload"));
      Object read = Json.MAPPER.treeToValue(payload, type);
      byte[] written = Json.MAPPER.writerFor(type).writeValueAsBytes(read);
      assertThat(Json.MAPPER.readTree(written)).as(name).isEqualTo(payload);
      assertDescribed(name, map(message, "payload"), payload);
    }
  }

  /// Whether the schema has a property for each field of the example and no other.
  private static void assertDescribed(String place, Map<?, ?> schema, JsonNode value) {
    if (value.isArray() && schema.containsKey("items")) {
      value.forEach(item -> assertDescribed(place, map(schema, "items"), item));
    }
    if (value instanceof ObjectNode object && schema.containsKey("properties")) {
      Map<?, ?> properties = map(schema, "properties");
      assertThat(new TreeSet<>(object.propertyNames()))
          .as(place)
          .isEqualTo(new TreeSet<>(properties.keySet()));
      object
          .properties()
          .forEach(field ->
              assertDescribed(
                  place + "." + field.getKey(), map(properties, field.getKey()), field.getValue()));
    }
  }
}
