package org.marquetry.arch;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The rules of the house (docs/ARCHITECTURE.md), each once. `bundleOf` says which bundle a class
/// belongs to.
final class Rules {
  private static final String PROVIDER = "org.marquetry.platform.api.gate.Provider";
  private static final String REQUIRES = "org.marquetry.platform.api.gate.Requires";
  private static final String COMPONENT = "org.osgi.service.component.annotations.Component";

  private static final Set<String> STORES = Set.of("sql.", "warehouse.", "lib.");

  private static final String TRUTH = "org.marquetry.sandbox.truth";
  private static final Set<String> SEE_THE_TRUTH =
      Set.of("sandbox.api", "sandbox.core", "sandbox.testing");
  private static final Set<String> JOINED = Set.of("math.", "lib.");

  private final Function<JavaClass, Optional<String>> bundleOf;

  Rules(Function<JavaClass, Optional<String>> bundleOf) {
    this.bundleOf = bundleOf;
  }

  /// A provider depends on API bundles, shared numerics and wrapped libraries; an API bundle on API
  /// bundles. What is never shipped and serves tests (`x.testing`) may depend on a provider.
  ArchRule starShape() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("depend only on API bundles, math and lib") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                String own = bundleOf.apply(from).orElse("");
                from.getDirectDependenciesFromSelf().stream()
                    .filter(d ->
                        !allowed(
                            own,
                            bundleOf.apply(d.getTargetClass().getBaseComponentType()).orElse(own)))
                    .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
              }
            });
  }

  private static boolean allowed(String from, String to) {
    return from.equals(to)
        || House.isApi(to)
        || from.endsWith(".testing")
        || (!House.isApi(from) && JOINED.stream().anyMatch(to::startsWith));
  }

  /// A model that saw the truth about the synthetic shop would prove nothing: only the world itself
  /// and the page that reveals it read it. (Tests and benchmarks are not looked at here.)
  ArchRule truthStaysHidden() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are not of the world or of the page that reveals it",
                c ->
                    !SEE_THE_TRUTH.contains(bundleOf.apply(c).orElse(""))
                        && !c.getPackageName().startsWith(TRUTH)
                        && !c.getPackageName().endsWith(".reveal")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TRUTH + "..");
  }

  /// Time is a service: nobody but the platform reads the clock or sleeps.
  ArchRule noClock() {
    DescribedPredicate<JavaAccess<?>> now =
        targetOwner(
                assignableTo(Instant.class)
                    .or(assignableTo(LocalDate.class))
                    .or(assignableTo(LocalDateTime.class))
                    .or(assignableTo(ZonedDateTime.class)))
            .and(target(name("now")));
    DescribedPredicate<JavaAccess<?>> system =
        targetOwner(assignableTo(System.class))
            .and(target(name("currentTimeMillis")))
            .or(targetOwner(assignableTo(Thread.class)).and(target(name("sleep"))))
            .or(
                targetOwner(assignableTo(Clock.class).or(assignableTo(InstantSource.class)))
                    .and(
                        target(name("systemUTC"))
                            .or(target(name("system")))
                            .or(target(name("systemDefaultZone")))));
    return noClasses().that(areOutsideThePlatform()).should().accessTargetWhere(now.or(system));
  }

  /// The platform owns threads.
  ArchRule noThreads() {
    return noClasses()
        .that(areOutsideThePlatform())
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo(Thread.class))
                .and(
                    target(name("<init>"))
                        .or(target(name("ofVirtual")))
                        .or(target(name("ofPlatform")))
                        .or(target(name("startVirtualThread")))))
        .orShould()
        .accessTargetWhere(
            targetOwner(assignableTo(CompletableFuture.class))
                .and(target(name("supplyAsync")).or(target(name("runAsync")))))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Executors.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ForkJoinPool");
  }

  /// Every method of a service's API says what it requires; the gate checks it.
  ArchRule serviceMethodsRequire() {
    return classes()
        .that(areComponents())
        .should(
            new ArchCondition<JavaClass>("serve only API methods that carry @Requires") {
              @Override
              public void check(JavaClass component, ConditionEvents events) {
                component.getAllRawInterfaces().stream()
                    .filter(Rules.this::isService)
                    .flatMap(i -> i.getMethods().stream())
                    .filter(m ->
                        !m.getModifiers()
                            .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                    .filter(m ->
                        !m.isAnnotatedWith(REQUIRES) && !m.getOwner().isAnnotatedWith(REQUIRES))
                    .forEach(
                        m -> events.add(SimpleConditionEvent.violated(m, lacks(component, m))));
              }
            });
  }

  private static String lacks(JavaClass component, JavaMethod method) {
    return component.getSimpleName()
        + " serves "
        + method.getFullName()
        + ", which carries no @Requires";
  }

  /// Every component that serves one of our interfaces is a marked provider, so it stands behind a
  /// gate.
  ArchRule componentsAreProviders() {
    return classes()
        .that(areComponents())
        .and(
            DescribedPredicate.describe(
                "serve an API of ours",
                c -> c.getAllRawInterfaces().stream().anyMatch(this::isService)))
        .should()
        .beAnnotatedWith(PROVIDER);
  }

  /// An interface of an API bundle stands behind the gate. Not those whose owner itself hands over
  /// in a swap: the pages of `ui.api`, and job handlers, whose running jobs are checkpointed.
  private boolean isService(JavaClass type) {
    return bundleOf.apply(type).filter(House::isApi).filter(b -> !b.equals("ui.api")).isPresent()
        && !type.getName().equals("org.marquetry.platform.api.jobs.JobHandler");
  }

  /// An API speaks our words and the JDK's, never a library's. `ui.api` speaks Vaadin too.
  ArchRule apiHasNoThirdPartyTypes() {
    return classes()
        .that(
            DescribedPredicate.describe(
                "are in an API bundle", c -> bundleOf.apply(c).filter(House::isApi).isPresent()))
        .should(
            new ArchCondition<JavaClass>("mention only our types and the JDK's") {
              @Override
              public void check(JavaClass from, ConditionEvents events) {
                boolean ui = bundleOf.apply(from).filter("ui.api"::equals).isPresent();
                from.getDirectDependenciesFromSelf().stream()
                    .filter(d -> !own(d.getTargetClass().getBaseComponentType().getName(), ui))
                    .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
              }
            });
  }

  private static boolean own(String type, boolean ui) {
    return !type.contains(".")
        || type.startsWith("java.")
        || type.startsWith("org.marquetry.")
        || type.startsWith("org.osgi.annotation.")
        || type.startsWith("org.osgi.service.component.annotations.")
        || type.startsWith("org.jspecify.")
        || (ui && type.startsWith("com.vaadin."));
  }

  /// Nothing is sent around the contact policy: only it calls a channel.
  ArchRule channelsOnlyThroughThePolicy() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither the policy nor a channel",
                c ->
                    bundleOf
                        .apply(c)
                        .filter(b -> !b.equals("campaign.policy") && !b.startsWith("channel."))
                        .isPresent()))
        .should()
        .accessTargetWhere(
            targetOwner(assignableTo("org.marquetry.channel.spi.Channel"))
                .and(target(name("send"))));
  }

  /// Only the stores open connections; everybody else has a `Database` or a `Warehouse`.
  ArchRule onlyStoresOpenConnections() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are outside sql.* and warehouse.*",
                c ->
                    bundleOf
                        .apply(c)
                        .filter(b -> STORES.stream().noneMatch(b::startsWith))
                        .isPresent()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.duckdb..");
  }

  private DescribedPredicate<JavaClass> areOutsideThePlatform() {
    return DescribedPredicate.describe(
        "are outside platform.*",
        c -> bundleOf.apply(c).filter(b -> !b.startsWith("platform.")).isPresent());
  }

  private static DescribedPredicate<JavaClass> areComponents() {
    return DescribedPredicate.describe(
        "are components", c -> !c.isInterface() && c.isAnnotatedWith(COMPONENT));
  }
}
