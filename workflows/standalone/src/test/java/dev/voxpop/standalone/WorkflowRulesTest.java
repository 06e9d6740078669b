package dev.voxpop.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.voxpop.standalone.House.MAIN;
import static dev.voxpop.standalone.House.calls;
import static dev.voxpop.standalone.House.holds;
import static dev.voxpop.standalone.House.member;
import static dev.voxpop.standalone.House.neverCalls;
import static dev.voxpop.standalone.House.ours;
import static dev.voxpop.standalone.House.satisfy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.voxpop.standalone.planted.WaitsForEver;
import dev.voxpop.worker.workflow.planted.KeepsNoOrder;
import dev.voxpop.worker.workflow.planted.ReadsTheClock;
import dev.voxpop.worker.workflow.planted.Remembers;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Workflow code replays: it reads no clock, throws no dice, keeps order and has no state. */
class WorkflowRulesTest {

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
}
