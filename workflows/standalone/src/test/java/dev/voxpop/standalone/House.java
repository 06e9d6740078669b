package dev.voxpop.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The house as its rules see it: the main code of every module, and the words that rules are made
 * of. Each rule is also shown a class that breaks it, so that one that finds nothing is known to
 * look.
 */
final class House {

  static final String ROOT = "dev.voxpop.";

  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.voxpop");

  private House() {}

  static void holds(ArchRule rule, Class<?>... planted) {
    rule.check(MAIN);
    for (Class<?> breaking : planted) {
      JavaClasses bad = new ClassFileImporter().importClasses(breaking);
      assertThat(rule.evaluate(bad).hasViolation()).as("%s breaks: %s", breaking, rule).isTrue();
    }
  }

  static String[] packages(Stream<String> modules) {
    return modules.map(module -> ROOT + module + "..").toArray(String[]::new);
  }

  static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage("dev.voxpop..");
  }

  static DescribedPredicate<JavaClass> in(String... modules) {
    return resideInAnyPackage(packages(Arrays.stream(modules)));
  }

  static DescribedPredicate<JavaClass> in(List<String> modules) {
    return resideInAnyPackage(packages(modules.stream()));
  }

  /** Methods and constructors by owner and name; a member that is not there never matches. */
  static DescribedPredicate<JavaCodeUnit> calls(Set<String> members) {
    return describe(
        "calls one of " + members,
        unit -> unit.getAccessesFromSelf().stream().map(House::member).anyMatch(members::contains));
  }

  static String member(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
  }

  static ArchRule neverCalls(DescribedPredicate<JavaClass> where, Set<String> members) {
    return noCodeUnits()
        .that()
        .areDeclaredInClassesThat(where)
        .should(satisfy(calls(members)))
        .allowEmptyShould(true);
  }

  static ArchCondition<JavaCodeUnit> satisfy(DescribedPredicate<JavaCodeUnit> predicate) {
    return new ArchCondition<>(predicate.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        events.add(new SimpleConditionEvent(unit, predicate.test(unit), unit.getDescription()));
      }
    };
  }
}
