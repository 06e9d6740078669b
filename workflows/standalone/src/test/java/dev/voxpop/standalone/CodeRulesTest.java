package dev.voxpop.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.voxpop.standalone.House.holds;
import static dev.voxpop.standalone.House.neverCalls;
import static dev.voxpop.standalone.House.ours;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.voxpop.standalone.planted.LooksAtTheWall;
import dev.voxpop.standalone.planted.ThrowsDice;
import dev.voxpop.standalone.planted.TrustsEverybody;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no code of the house does, wherever it stands. */
class CodeRulesTest {

  /**
   * Documented exceptions: {@code embedded} makes a password, {@code hosting} draws the nonces of
   * sealed payloads, {@code interviewing.store} names its process; none of them reaches a result.
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
        ours().and(DescribedPredicate.not(resideInAPackage("dev.voxpop.interviewing.store..")));
    holds(neverCalls(noStore, Set.of("java.util.UUID.randomUUID")));
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
