package dev.voxpop.standalone;

import dev.voxpop.hosting.HostingConfig;
import dev.voxpop.hosting.TemporalConfig;
import dev.voxpop.languagemodel.config.ModelConfig;
import dev.voxpop.matching.config.MatchingConfig;
import dev.voxpop.outbox.OutboxConfig;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.worker.config.WorkerConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every setting that some process reads, in the form of an environment variable. */
final class KnownSettings {

  private static final List<Class<?>> MAPPINGS =
      List.of(
          HostingConfig.class,
          TemporalConfig.class,
          ModelConfig.class,
          MatchingConfig.class,
          OutboxConfig.class,
          SurveyConfig.class,
          WorkerConfig.class);

  /** Settings of Quarkus and Kafka that the deployment uses; stages by name. */
  private static final List<String> FOREIGN =
      List.of(
          "QUARKUS_HTTP_(HOST|PORT)",
          "QUARKUS_MANAGEMENT_(HOST|PORT)",
          "QUARKUS_CONFIG_LOCATIONS",
          "QUARKUS_DATASOURCE_(BACKSTORY|SURVEY|MATCHING|ANALYSIS|EXPERIMENT)_(JDBC_URL|USERNAME)",
          "QUARKUS_REST_CLIENT_(BACKSTORY|SURVEY|MATCHING|ANALYSIS)_URL",
          "KAFKA_BOOTSTRAP_SERVERS");

  private static final Set<String> OWN = own();

  private KnownSettings() {}

  static boolean reads(String variable) {
    return FOREIGN.stream().anyMatch(variable::matches)
        || OWN.stream().anyMatch(pattern -> Pattern.matches(pattern, variable));
  }

  private static Set<String> own() {
    Set<String> patterns = new TreeSet<>();
    for (Class<?> mapping : MAPPINGS) {
      ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
          .map(KnownSettings::pattern)
          .forEach(patterns::add);
    }
    return patterns;
  }

  private static String pattern(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_").replace("*", "[A-Z0-9_]+");
  }
}
