package dev.voxpop.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@link EmbeddedMain}. */
@Command(
    name = "embedded-servers",
    description = "Runs PostgreSQL, Kafka and Temporal on loopback until it is told to stop.")
final class EmbeddedArguments {
  @Option(names = "--data", required = true, description = "folder that holds all files")
  private @Nullable Path data;

  @Option(names = "--only", split = ",", description = "postgres, kafka, temporal; default all")
  private List<String> only = List.of("postgres", "kafka", "temporal");

  @Option(names = "--postgres-port", description = "0 (default) is a free port, then remembered")
  private int postgresPort;

  @Option(names = "--kafka-port")
  private int kafkaPort;

  @Option(names = "--temporal-port")
  private int temporalPort;

  @Option(names = "--temporal-ui-port")
  private int temporalUiPort;

  @Option(
      names = "--temporal",
      description = "search (default), search-or-download, in-memory, or the binary's path")
  private String temporal = "search";

  @Option(names = "--schema", split = ",", description = "PostgreSQL schema to make")
  private List<String> schemas = List.of();

  @Option(names = "--topic", split = ",", description = "Kafka topic to make, as name=partitions")
  private Map<String, Integer> topics = Map.of();

  @Option(names = "--search-attribute", split = ",", description = "as Name=Keyword")
  private Map<String, String> searchAttributes = Map.of();

  private EmbeddedArguments() {}

  static EmbeddedOptions parse(String... arguments) {
    EmbeddedArguments parsed = new EmbeddedArguments();
    try {
      new CommandLine(parsed).parseArgs(arguments);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + "\nMaybe like this:\n" + new CommandLine(parsed).getUsageMessage(), e);
    }
    return parsed.options();
  }

  private EmbeddedOptions options() {
    EnumSet<EmbeddedServer> wanted = EnumSet.noneOf(EmbeddedServer.class);
    only.forEach(name -> wanted.add(EmbeddedServer.of(name)));
    return EmbeddedOptions.in(Objects.requireNonNull(data, "--data"))
        .withWanted(wanted)
        .withPorts(new EmbeddedPorts(postgresPort, kafkaPort, temporalPort, temporalUiPort))
        .withContents(new Contents(schemas, topics(), attributes()))
        .withTemporal(choice());
  }

  private List<TopicSpec> topics() {
    return topics.entrySet().stream()
        .map(topic -> new TopicSpec(topic.getKey(), topic.getValue()))
        .toList();
  }

  private Map<String, SearchAttributeType> attributes() {
    Map<String, SearchAttributeType> typed = new HashMap<>();
    searchAttributes.forEach((name, word) -> typed.put(name, type(name, word)));
    return typed;
  }

  private static SearchAttributeType type(String name, String word) {
    return Arrays.stream(SearchAttributeType.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Search attribute %s has the unknown type '%s'.\nMaybe one of %s."
                        .formatted(
                            name,
                            word,
                            Arrays.stream(SearchAttributeType.values())
                                .map(SearchAttributeType::word)
                                .toList())));
  }

  private TemporalChoice choice() {
    return switch (temporal) {
      case "search" -> new TemporalChoice.Search();
      case "search-or-download" -> new TemporalChoice.SearchOrDownload();
      case "in-memory" -> new TemporalChoice.InMemory();
      default -> new TemporalChoice.Binary(Path.of(temporal));
    };
  }
}
