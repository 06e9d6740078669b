package dev.voxpop.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.voxpop.standalone.House.MAIN;
import static dev.voxpop.standalone.House.ROOT;
import static dev.voxpop.standalone.House.holds;
import static dev.voxpop.standalone.House.in;
import static dev.voxpop.standalone.House.ours;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.voxpop.analysis.planted.ReadsJson;
import dev.voxpop.instrument.planted.KnowsHosting;
import dev.voxpop.matching.planted.AsksTheWorker;
import dev.voxpop.matching.planted.RunsABatch;
import dev.voxpop.simulator.planted.KnowsContracts;
import dev.voxpop.standalone.planted.util.Anything;
import dev.voxpop.worker.planted.SeesTheStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which module and which package may know which. */
class ModuleRulesTest {

  private static final List<String> SERVICES =
      List.of("backstory", "survey", "matching", "analysis", "worker");
  private static final List<String> BELOW_SERVICES =
      List.of("instrument", "languagemodel", "hosting", "outbox", "tables");
  private static final List<String> APART = List.of("embedded", "simulator");
  private static final List<String> EDGES = List.of("activity", "rest", "event", "store", "config");

  /** What belongs into edges. */
  private static final String[] TECHNOLOGY = {
    "jakarta..",
    "io.temporal..",
    "io.quarkus..",
    "io.smallrye..",
    "org.eclipse.microprofile..",
    "org.apache.kafka..",
    "org.hibernate..",
    "com.fasterxml.jackson..",
    "java.net.http..",
    "java.sql..",
    "javax.sql.."
  };

  @Test
  void everyModule_isLookedAt() {
    for (String module :
        List.of(
            "contracts",
            "instrument",
            "languagemodel",
            "hosting",
            "outbox",
            "tables",
            "interviewing",
            "worker",
            "embedded",
            "simulator",
            "standalone",
            "backstory",
            "survey",
            "matching",
            "analysis")) {
      assertThat(MAIN.stream().filter(in(module))).as(module).isNotEmpty();
    }
    assertThat(MAIN).hasSizeGreaterThan(500);
  }

  @Test
  void contracts_dependOnNothingOfOurs() {
    holds(noClasses().that(in("contracts")).should(dependOnClassesThat(oursOutside("contracts"))));
  }

  private static DescribedPredicate<JavaClass> oursOutside(String... modules) {
    return ours().and(DescribedPredicate.not(in(modules)));
  }

  @Test
  void services_neverImportEachOther() {
    for (String service : SERVICES) {
      List<String> others = SERVICES.stream().filter(other -> !other.equals(service)).toList();
      ArchRule rule =
          noClasses()
              .that(in(service))
              .should(dependOnClassesThat(in(others)))
              .because("a service asks another one, by activity, HTTP or event");
      holds(rule);
      if (service.equals("matching")) {
        holds(rule, AsksTheWorker.class);
      }
    }
  }

  @Test
  void sharedModules_dependOnContractsOnly() {
    for (String module : BELOW_SERVICES) {
      ArchRule rule =
          noClasses()
              .that(in(module))
              .should(dependOnClassesThat(oursOutside(module, "contracts")));
      holds(rule);
      if (module.equals("instrument")) {
        holds(rule, KnowsHosting.class);
      }
    }
  }

  @Test
  void interviewing_isUsedByTheTwoStagesThatPayForCalls() {
    holds(
        noClasses()
            .that(in("interviewing"))
            .should(
                dependOnClassesThat(
                    oursOutside("interviewing", "contracts", "languagemodel", "hosting"))));
    holds(
        noClasses()
            .that(in("interviewing").and(DescribedPredicate.not(edgesOf("interviewing"))))
            .should(dependOnClassesThat(in("hosting").or(edgesOf("interviewing")))));
    holds(
        noClasses()
            .that(ours().and(DescribedPredicate.not(in("interviewing", "backstory", "survey"))))
            .should(dependOnClassesThat(in("interviewing"))),
        RunsABatch.class);
  }

  private static DescribedPredicate<JavaClass> edgesOf(String module) {
    return resideInAnyPackage(
        EDGES.stream().map(edge -> ROOT + module + "." + edge + "..").toArray(String[]::new));
  }

  @Test
  void embeddedAndSimulator_dependOnNothingOfOurs() {
    for (String module : APART) {
      ArchRule rule = noClasses().that(in(module)).should(dependOnClassesThat(oursOutside(module)));
      holds(rule);
      if (module.equals("simulator")) {
        holds(rule, KnowsContracts.class);
      }
    }
  }

  @Test
  void services_doNotKnowWhatHostsThem() {
    holds(
        noClasses()
            .that(in(SERVICES))
            .should(dependOnClassesThat(in("embedded", "simulator", "standalone"))));
  }

  /**
   * Documented exceptions: {@code instrument.file} and {@code worker.document} read JSON documents,
   * which is what they are for; {@code worker.workflow} is Temporal's own edge.
   */
  private static DescribedPredicate<JavaClass> features() {
    String[] edges =
        Stream.concat(SERVICES.stream(), Stream.of("languagemodel", "instrument", "interviewing"))
            .flatMap(module -> EDGES.stream().map(edge -> ROOT + module + "." + edge + ".."))
            .toArray(String[]::new);
    return in(SERVICES)
        .or(in("instrument", "languagemodel", "interviewing"))
        .and(DescribedPredicate.not(resideInAnyPackage(edges)))
        .and(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.voxpop.worker.workflow..",
                    "dev.voxpop.languagemodel.openai..",
                    "dev.voxpop.instrument.file..",
                    "dev.voxpop.worker.document..")));
  }

  @Test
  void features_doNotUseTheTechnologyOfEdges() {
    holds(
        noClasses().that(features()).should(dependOnClassesThat(resideInAnyPackage(TECHNOLOGY))),
        ReadsJson.class);
  }

  @Test
  void documentReaders_useNothingBeyondJson() {
    String[] beyond =
        Arrays.stream(TECHNOLOGY).filter(name -> !name.contains("jackson")).toArray(String[]::new);
    holds(
        noClasses()
            .that(
                resideInAnyPackage("dev.voxpop.instrument.file..", "dev.voxpop.worker.document.."))
            .should(dependOnClassesThat(resideInAnyPackage(beyond))));
  }

  @Test
  void features_neverSeeTheirEdges() {
    for (String service : SERVICES) {
      String[] edges =
          EDGES.stream().map(edge -> ROOT + service + "." + edge + "..").toArray(String[]::new);
      ArchRule rule =
          noClasses()
              .that(features().and(in(service)))
              .should(dependOnClassesThat(resideInAnyPackage(edges)));
      holds(rule);
      if (service.equals("worker")) {
        holds(rule, SeesTheStore.class);
      }
    }
  }

  @Test
  void packages_areCutByFeature() {
    holds(
        noClasses()
            .should()
            .resideInAnyPackage(
                Stream.of(
                        "util", "utils", "common", "helper", "helpers", "dto", "model", "impl",
                        "misc")
                    .map(name -> ".." + name + "..")
                    .toArray(String[]::new)),
        Anything.class);
  }

  @Test
  void packages_areNullMarked() {
    holds(
        classes()
            .that(ours())
            .should(
                new ArchCondition<>("be in a package that is @NullMarked") {
                  @Override
                  public void check(JavaClass type, ConditionEvents events) {
                    boolean marked =
                        type.isAnnotatedWith(NullMarked.class)
                            || type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(
                        new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " lacks @NullMarked"));
                  }
                }),
        Anything.class);
  }
}
