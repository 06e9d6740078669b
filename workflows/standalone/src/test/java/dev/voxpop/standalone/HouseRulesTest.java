package dev.voxpop.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.voxpop.analysis.planted.ReadsJson;
import dev.voxpop.instrument.planted.KnowsHosting;
import dev.voxpop.matching.planted.AsksTheWorker;
import dev.voxpop.matching.planted.RunsABatch;
import dev.voxpop.simulator.planted.KnowsContracts;
import dev.voxpop.standalone.planted.LooksAtTheWall;
import dev.voxpop.standalone.planted.ThrowsDice;
import dev.voxpop.standalone.planted.TrustsEverybody;
import dev.voxpop.standalone.planted.WaitsForEver;
import dev.voxpop.standalone.planted.util.Anything;
import dev.voxpop.worker.planted.SeesTheStore;
import dev.voxpop.worker.workflow.planted.KeepsNoOrder;
import dev.voxpop.worker.workflow.planted.ReadsTheClock;
import dev.voxpop.worker.workflow.planted.Remembers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house, over the main code of every module. Each rule is also shown a class that
 * breaks it, so that a rule that finds nothing is known to look.
 */
class HouseRulesTest {

  private static final String ROOT = "dev.voxpop.";
  private static final List<String> SERVICES =
      List.of("backstory", "survey", "matching", "analysis", "worker");
  private static final List<String> BELOW_SERVICES =
      List.of("instrument", "languagemodel", "hosting", "outbox");
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

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.voxpop");

  private static void holds(ArchRule rule, Class<?>... planted) {
    rule.check(MAIN);
    for (Class<?> breaking : planted) {
      JavaClasses bad = new ClassFileImporter().importClasses(breaking);
      assertThat(rule.evaluate(bad).hasViolation()).as("%s breaks: %s", breaking, rule).isTrue();
    }
  }

  private static String[] packages(Stream<String> modules) {
    return modules.map(module -> ROOT + module + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage("dev.voxpop..");
  }

  private static DescribedPredicate<JavaClass> in(String... modules) {
    return resideInAnyPackage(packages(Arrays.stream(modules)));
  }

  private static DescribedPredicate<JavaClass> in(List<String> modules) {
    return resideInAnyPackage(packages(modules.stream()));
  }

  @Test
  void everyModule_isLookedAt() {
    for (String module :
        List.of(
            "contracts",
            "instrument",
            "languagemodel",
            "hosting",
            "outbox",
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

  private static final DescribedPredicate<JavaClass> WORKFLOW_CODE =
      resideInAPackage("dev.voxpop.worker.workflow..");

  @Test
  void workflows_useOnlyWhatReplays() {
    holds(
        classes()
            .that(WORKFLOW_CODE)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                        "dev.voxpop.worker.workflow..",
                        "dev.voxpop.contracts..",
                        "io.temporal.workflow..",
                        "io.temporal.activity..",
                        "io.temporal.failure..",
                        "io.temporal.common..",
                        "io.temporal.api.common..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.google.protobuf..")
                    .or(
                        describe(
                            "the failure of a child that is open already",
                            type ->
                                type.getSimpleName().equals("WorkflowExecutionAlreadyStarted")))));
  }

  private static final Set<String> CLOCKS_AND_DICE =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now");

  private static final Set<String> UNORDERED =
      Set.of(
          "java.util.Map.of",
          "java.util.Map.ofEntries",
          "java.util.Map.copyOf",
          "java.util.Set.of",
          "java.util.Set.copyOf",
          "java.util.HashMap.<init>",
          "java.util.HashSet.<init>",
          "java.util.IdentityHashMap.<init>",
          "java.util.WeakHashMap.<init>",
          "java.util.stream.Collectors.toMap",
          "java.util.stream.Collectors.toSet",
          "java.util.stream.Collectors.groupingBy",
          "java.util.Collection.parallelStream",
          "java.util.stream.Stream.parallel");

  /** Methods and constructors by owner and name; a member that is not there never matches. */
  private static DescribedPredicate<JavaCodeUnit> calls(Set<String> members) {
    return describe(
        "calls one of " + members,
        unit ->
            unit.getAccessesFromSelf().stream()
                .map(HouseRulesTest::member)
                .anyMatch(members::contains));
  }

  private static String member(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
  }

  private static ArchRule neverCalls(DescribedPredicate<JavaClass> where, Set<String> members) {
    return noCodeUnits()
        .that()
        .areDeclaredInClassesThat(where)
        .should(satisfy(calls(members)))
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaCodeUnit> satisfy(DescribedPredicate<JavaCodeUnit> predicate) {
    return new ArchCondition<>(predicate.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        events.add(new SimpleConditionEvent(unit, predicate.test(unit), unit.getDescription()));
      }
    };
  }

  @Test
  void workflows_readNoClockAndKeepOrder() {
    holds(neverCalls(WORKFLOW_CODE, CLOCKS_AND_DICE), ReadsTheClock.class);
    holds(neverCalls(WORKFLOW_CODE, UNORDERED), KeepsNoOrder.class);
    holds(
        noClasses()
            .that(WORKFLOW_CODE)
            .should(
                dependOnClassesThat(
                    describe(
                        "threads and locks of the machine",
                        type ->
                            type.getFullName().equals("java.lang.Thread")
                                || type.getPackageName().startsWith("java.util.concurrent")))));
  }

  @Test
  void workflows_haveNoStaticState() {
    holds(
        fields()
            .that()
            .areDeclaredInClassesThat(WORKFLOW_CODE)
            .and()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true),
        Remembers.class);
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

  /**
   * Documented exceptions: {@code embedded} makes a password, {@code hosting} draws the nonces of
   * sealed payloads, {@code survey.store} names its process; none of them reaches a result.
   */
  @Test
  void clocksAndDice_arePassedIn() {
    Set<String> outside =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now");
    holds(neverCalls(ours(), outside), LooksAtTheWall.class);
    holds(
        noClasses()
            .that(ours())
            .should(
                dependOnClassesThat(
                    describe(
                        "unseeded random numbers",
                        type ->
                            Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom")
                                .contains(type.getFullName())))),
        ThrowsDice.class);
    DescribedPredicate<JavaClass> rest =
        ours()
            .and(
                DescribedPredicate.not(
                    resideInAnyPackage("dev.voxpop.embedded..", "dev.voxpop.hosting..")));
    holds(neverCalls(rest, Set.of("java.security.SecureRandom.<init>")));
    DescribedPredicate<JavaClass> noStore =
        ours().and(DescribedPredicate.not(resideInAPackage("dev.voxpop.survey.store..")));
    holds(neverCalls(noStore, Set.of("java.util.UUID.randomUUID")));
  }

  @Test
  void activities_haveAStartToCloseTimeOut() {
    String options = "io.temporal.activity.ActivityOptions";
    DescribedPredicate<JavaCodeUnit> begins =
        describe(
            "begin activity options from nothing",
            unit ->
                unit.getMethodCallsFromSelf().stream()
                    .anyMatch(
                        call ->
                            member(call).equals(options + ".newBuilder")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
    holds(
        codeUnits()
            .that(begins)
            .should(satisfy(calls(Set.of(options + "$Builder.setStartToCloseTimeout"))))
            .allowEmptyShould(true),
        WaitsForEver.class);
    holds(
        neverCalls(
            ours(),
            Set.of(
                options + "$Builder.setScheduleToStartTimeout",
                "io.temporal.client.WorkflowOptions$Builder.setWorkflowExecutionTimeout",
                "io.temporal.client.WorkflowOptions$Builder.setWorkflowRunTimeout",
                "io.temporal.workflow.ChildWorkflowOptions$Builder.setWorkflowExecutionTimeout",
                "io.temporal.workflow.ChildWorkflowOptions$Builder.setWorkflowRunTimeout")));
    assertThat(MAIN.stream().flatMap(type -> type.getCodeUnits().stream()).filter(begins))
        .isNotEmpty();
  }

  @Test
  void certificates_areNeverWavedThrough() {
    DescribedPredicate<JavaClass> guards =
        describe(
            "a trust manager or host name verifier",
            type ->
                type.isAssignableTo("javax.net.ssl.TrustManager")
                    || type.isAssignableTo("javax.net.ssl.HostnameVerifier"));
    holds(noClasses().should(be(guards)), TrustsEverybody.class);
    holds(
        neverCalls(
            ours(),
            Set.of(
                "io.vertx.core.http.HttpClientOptions.setTrustAll",
                "io.vertx.core.http.HttpClientOptions.setVerifyHost",
                "io.vertx.core.net.TCPSSLOptions.setTrustAll",
                "javax.net.ssl.HttpsURLConnection.setDefaultHostnameVerifier",
                "javax.net.ssl.SSLContext.init")));
  }

  private static ArchCondition<JavaClass> be(DescribedPredicate<JavaClass> predicate) {
    return new ArchCondition<>("be " + predicate.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(type, predicate.test(type), type.getFullName()));
      }
    };
  }

  @Test
  void records_holdNoArrays() {
    holds(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .doNotHaveModifier(JavaModifier.STATIC)
            .should()
            .notHaveRawType(describe("an array", JavaClass::isArray)));
  }
}
