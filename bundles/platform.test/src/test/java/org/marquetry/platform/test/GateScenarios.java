package org.marquetry.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.GateControl;
import org.marquetry.platform.api.gate.GateStatus;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.net.Outbound;
import org.marquetry.platform.api.net.OutboundException;
import org.marquetry.platform.api.net.OutboundRequest;
import org.marquetry.platform.test.api.Channel;
import org.marquetry.platform.test.api.Desk;
import org.marquetry.platform.test.api.Greeter;
import org.marquetry.platform.testing.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/// What the gate does with several providers, lists, settings, health, permissions, start order and
/// swaps under load. The gate's grace is 300 ms here.
abstract class GateScenarios {
  private static final String GATE = "org.marquetry.platform.gate";
  private static final String GREETER = Greeter.class.getName();

  private Felix felix;
  private Bundle owner;

  @BeforeEach
  void makeOwner(Felix inside) {
    felix = inside;
    owner = felix.bundle("owner").importing(Greeter.class).start();
  }

  private Bundle startConsumers() {
    return felix.bundle("consumer").with(PlainDesk.class, DeskOfB.class, ChannelDesk.class).start();
  }

  private Bundle startProvider(String version) {
    return felix.bundle("polite").version(version).with(PoliteGreeter.class).start();
  }

  private static Map<String, Object> marked(String name, int ranking, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("marquetry.provider", name);
    properties.put("service.ranking", ranking);
    return properties;
  }

  private <T> ServiceRegistration<T> provide(Class<T> api, T service, String name, int ranking) {
    return owner
        .getBundleContext()
        .registerService(api, service, FrameworkUtil.asDictionary(marked(name, ranking, Map.of())));
  }

  private ServiceRegistration<Greeter> greeter(String name, int ranking) {
    return provide(Greeter.class, n -> name + ":" + n, name, ranking);
  }

  private static void set(ServiceRegistration<?> registration, Map<String, Object> properties) {
    registration.setProperties(FrameworkUtil.asDictionary(properties));
  }

  private Desk desk(String name) {
    return felix.await(Desk.class, "(desk=" + name + ")");
  }

  private GateControl control() {
    return felix.await(GateControl.class);
  }

  private void assertSelected(String provider, GateStatus.Reason reason) {
    GateStatus status = Actor.SYSTEM.call(() -> control().status(GREETER)).orElseThrow();
    assertEquals(Optional.of(provider), status.selected());
    assertEquals(reason, status.reason());
    assertEquals(provider + ":you", desk("plain").look());
  }

  @Test
  void severalProvidersAreSeenByNameAndOneIsSelected() {
    felix.start(GATE);
    startConsumers();
    ServiceRegistration<?> a = greeter("a", 10);
    greeter("b", 5);
    assertEquals("a:you", desk("plain").look());
    assertEquals("b:you", desk("b").look());
    assertEquals(3, felix.count(Greeter.class, null));
    assertEquals(3, felix.as(owner).count(Greeter.class, null), "the owner sees gates only");
    assertEquals(1, felix.count(Greeter.class, "(marquetry.provider=a)"));
    assertEquals(1, felix.count(Greeter.class, "(marquetry.selected.provider=a)"));
    set(a, marked("a", 10, Map.of("colour", "blue")));
    assertEquals(1, felix.count(Greeter.class, "(colour=blue)"), "properties are copied");
    assertEquals(1, felix.count(Greeter.class, "(&(marquetry.provider=a)(service.ranking=10))"));
  }

  @Test
  void selectionFollowsRankingSettingsAndHealth() {
    felix.start(GATE);
    startConsumers();
    ServiceRegistration<?> a = greeter("a", 10);
    greeter("b", 5);
    assertSelected("a", GateStatus.Reason.RANKING);
    set(a, marked("a", 1, Map.of()));
    assertSelected("b", GateStatus.Reason.RANKING);
    set(a, marked("a", 5, Map.of()));
    assertSelected("a", GateStatus.Reason.NAME);
    Actor.SYSTEM.run(() -> control().prefer(GREETER, "b"));
    assertSelected("b", GateStatus.Reason.PREFERRED);
    Actor.SYSTEM.run(() -> control().setCritical(GREETER, "b", true));
    assertSelected("a", GateStatus.Reason.HEALTH);
    assertEquals("b:you", desk("b").look(), "a target still reaches the critical one");
    Actor.SYSTEM.run(() -> control().setCritical(GREETER, "a", true));
    assertSelected("b", GateStatus.Reason.PREFERRED);
    Actor.SYSTEM.run(() -> control().setCritical(GREETER, "a", false));
    Actor.SYSTEM.run(() -> control().setCritical(GREETER, "b", false));
    assertSelected("b", GateStatus.Reason.PREFERRED);
    Actor.SYSTEM.run(() -> control().preferNone(GREETER));
    assertSelected("a", GateStatus.Reason.NAME);
    assertEquals(1, desk("plain").built());
    assertEquals(1, desk("b").built());
  }

  @Test
  void newerVersionAnswersAndTheNextOneStandsIn() {
    felix.start(GATE);
    startConsumers();
    ServiceRegistration<?> a = greeter("a", 10);
    greeter("b", 5);
    ServiceRegistration<?> newer = provide(Greeter.class, n -> "a2:" + n, "a", 10);
    Desk plain = desk("plain");
    assertEquals("a2:you", plain.look());
    a.unregister();
    assertEquals("a2:you", plain.look());
    newer.unregister();
    assertEquals("b:you", plain.look(), "at once");
    Felix.until(
        "a's gate is withdrawn", () -> felix.count(Greeter.class, "(marquetry.provider=a)") == 0);
    assertEquals("b:you", plain.look());
    assertEquals(1, plain.built());
  }

  @Test
  void consumersGoWithTheLastProviderAndComeBack() {
    felix.start(GATE);
    startConsumers();
    ServiceRegistration<?> a = greeter("a", 0);
    assertEquals("a:you", desk("plain").look());
    a.unregister();
    Felix.until("the consumer goes", () -> felix.count(Desk.class, "(desk=plain)") == 0);
    assertEquals(0, felix.count(Greeter.class, null));
    Felix.until("the type is forgotten", () -> greeterStatus().isEmpty());
    greeter("b", 0);
    assertEquals("b:you", desk("plain").look());
    assertEquals(2, desk("plain").built());
  }

  private Optional<GateStatus> greeterStatus() {
    return Actor.SYSTEM.call(() -> control().status(GREETER));
  }

  @Test
  void whiteboardListNeverChangesItsSizeInASwap() {
    felix.start(GATE);
    startConsumers();
    Desk desk = desk("channels");
    assertEquals("", desk.look());
    ServiceRegistration<?> mail = provide(Channel.class, t -> "mail:" + t, "mail", 0);
    provide(Channel.class, t -> "push:" + t, "push", 5);
    assertEquals("mail:x,push:x", desk.look());
    assertEquals(0, felix.count(Channel.class, "(marquetry.selected=true)"));
    try (Load load = new Load(2, desk::look)) {
      for (int i = 0; i < 50; i++) {
        String name = "mail" + i + ":";
        ServiceRegistration<?> next = provide(Channel.class, t -> name + t, "mail", 0);
        mail.unregister();
        mail = next;
        assertEquals(name + "x,push:x", desk.look());
      }
      assertTrue(load.good() > 0);
    }
    mail.unregister();
    Felix.until("one is left in the list", () -> says(desk, "push:x"));
    assertEquals(1, felix.count(Channel.class, null));
    assertEquals(1, desk.built());
  }

  private static boolean says(Desk desk, String expected) {
    try {
      return desk.look().equals(expected);
    } catch (ProviderMissing withdrawnThisMoment) {
      return false;
    }
  }

  @Test
  void controlIsItselfGuarded() {
    felix.start(GATE);
    GateControl control = control();
    assertThrows(PermissionDenied.class, control::status);
    Actor reader = new Actor(Actor.Kind.USER, "u1", Set.of(GateControl.READ));
    assertEquals(
        List.of(GateControl.class.getName()),
        reader.call(control::status).stream().map(GateStatus::service).toList());
    assertThrows(PermissionDenied.class, () -> reader.run(() -> control.prefer(GREETER, "b")));
  }

  @Test
  void aLimitedBundleGetsAndGivesWhatItsFeatureDeclares() throws BundleException {
    felix.start(GATE);
    greeter("a", 1);
    Bundle added = felix.bundle("added").importing(Greeter.class).importing(Channel.class).start();
    Felix seen = felix.as(added);
    assertEquals(2, seen.count(Greeter.class, null), "nobody is limited yet");
    Actor.SYSTEM.run(() -> control().limit(added.getLocation(), Set.of("send")));
    assertEquals(0, seen.count(Greeter.class, null));
    assertEquals(0, seen.count(GateControl.class, null), "no feature may declare that");
    assertEquals(2, felix.as(owner).count(Greeter.class, null), "others see it still");

    added
        .getBundleContext()
        .registerService(
            Greeter.class, n -> "evil", FrameworkUtil.asDictionary(marked("evil", 99, Map.of())));
    ServiceRegistration<?> plain =
        added.getBundleContext().registerService(Greeter.class, n -> "evil", null);
    assertSelectedWithoutConsumer("a");
    assertEquals(2, felix.as(owner).count(Greeter.class, null), "what it offers is not seen");
    plain.unregister();
    added
        .getBundleContext()
        .registerService(
            Channel.class, t -> t, FrameworkUtil.asDictionary(marked("own", 0, Map.of())));
    assertEquals(1, felix.count(Channel.class, null), "it has the power to send");
    assertEquals(
        List.of(
            GateControl.class.getName() + " needs the power suite",
            GREETER + " needs the power profiles.read"),
        Actor.SYSTEM.call(() -> control().refused(added.getLocation())));

    Bundle consumer = startConsumers();
    assertEquals("a:you", desk("plain").look());
    consumer.stop();
    Actor.SYSTEM.run(() -> control().limit(consumer.getLocation(), Set.of()));
    consumer.start();
    assertEquals(0, felix.count(Desk.class, "(desk=plain)"), "its component waits");
    consumer.stop();
    Actor.SYSTEM.run(() -> control().lift(consumer.getLocation()));
    consumer.start();
    assertEquals("a:you", desk("plain").look());
  }

  @Test
  void aHostIsAskedOnlyWhereTheFeatureOfTheAskingBundleDeclaresIt() throws BundleException {
    felix.start(GATE);
    felix.start("org.marquetry.platform.net");
    Bundle added = felix.bundle("added").importing(Outbound.class).start();
    Felix seen = felix.as(added);
    felix.await(Outbound.class);
    Actor.SYSTEM.run(() -> control().limit(added.getLocation(), Set.of("send")));
    assertEquals(0, seen.count(Outbound.class, null), "it has no power for it");
    Actor.SYSTEM.run(() ->
        control()
            .limit(
                added.getLocation(),
                Set.of("network", "network:localhost", "network:*.b.example")));
    Outbound outbound = seen.await(Outbound.class);
    assertEquals(
        "other.example is none of the hosts that the feature of added declares (*.b.example,"
            + " localhost)",
        refused(outbound, "https://other.example/"));
    assertTrue(refused(outbound, "https://localhost/").contains("not on the public internet"));
    assertTrue(
        refused(felix.await(Outbound.class), "https://127.0.0.1/")
            .contains("not on the public internet"),
        "others are told their own");
    Actor.SYSTEM.run(
        () -> control().limit(added.getLocation(), Set.of("network", "network:other.example")));
    assertTrue(
        refused(outbound, "https://localhost/").contains("declares (other.example)"),
        "what counts is asked each time");
  }

  private static String refused(Outbound outbound, String address) {
    OutboundRequest request = OutboundRequest.of("GET", URI.create(address));
    OutboundException e = assertThrows(OutboundException.class, () -> outbound.send(request));
    assertEquals(OutboundException.Reason.REFUSED, e.reason());
    return String.valueOf(e.getMessage());
  }

  private void assertSelectedWithoutConsumer(String provider) {
    assertEquals(Optional.of(provider), greeterStatus().orElseThrow().selected());
  }

  @Test
  void statusTellsVersionsAndCalls() {
    felix.start(GATE);
    startConsumers();
    startProvider("1.0.0");
    desk("plain").look();
    startProvider("1.1.0");
    var providers = greeterStatus().orElseThrow().providers();
    assertEquals(
        List.of("polite 1.1.0 true 0", "polite 1.0.0 false 1"),
        providers.stream().map(p -> p.bundle() + " " + p.answering() + " " + p.calls()).toList());
  }

  @Test
  void gateThatComesLastTakesOver() throws BundleException {
    Bundle consumer = startConsumers();
    assertEquals(0, felix.count(Desk.class, "(desk=plain)"));
    Bundle provider = startProvider("1.0.0");
    assertEquals("a: hello you", desk("plain").look(), "no gate: the provider itself");
    Bundle gate = felix.start(GATE);
    assertUsesTheGateOnly(consumer, gate);
    gate.stop();
    Felix.until("the consumer goes", () -> felix.count(Desk.class, "(desk=plain)") == 0);
    gate.start();
    assertUsesTheGateOnly(consumer, gate);
    gate.stop();
    provider.stop();
    provider.start();
    gate.start();
    assertUsesTheGateOnly(consumer, gate);
  }

  private void assertUsesTheGateOnly(Bundle consumer, Bundle gate) {
    assertEquals("a: hello you", desk("plain").look());
    Stream<ServiceReference<?>> used =
        Stream.of(consumer.getServicesInUse())
            .filter(s -> List.of((String[]) s.getProperty("objectClass")).contains(GREETER));
    assertEquals(List.of(gate), used.map(ServiceReference::getBundle).distinct().toList());
  }

  @Test
  void sideBySideSwapsFailNoCall() {
    felix.start(GATE);
    Bundle current = startProvider("1.0.0");
    startConsumers();
    Desk desk = desk("plain");
    try (Load load = new Load(4, desk::look)) {
      for (int i = 1; i <= 15; i++) {
        Bundle next = startProvider("1.0." + i);
        felix.remove(current);
        current = next;
        long before = load.good();
        Felix.until("calls go on", () -> load.good() > before + 4);
      }
    }
    assertEquals(1, desk.built());
  }

  @Test
  void restartsInPlaceFailNoCall() throws BundleException {
    felix.start(GATE);
    Bundle provider = startProvider("1.0.0");
    startConsumers();
    Desk desk = desk("plain");
    try (Load load = new Load(4, desk::look)) {
      for (int i = 0; i < 15; i++) {
        provider.stop();
        provider.start();
        long before = load.good();
        Felix.until("calls go on", () -> load.good() > before + 4);
      }
    }
    assertEquals(1, desk.built());
  }

  @Test
  void classesOfTheOldVersionAreUnloaded() {
    felix.start(GATE);
    Bundle old = startProvider("1.0.0");
    startConsumers();
    desk("plain").look();
    WeakReference<?> classes = new WeakReference<>(old.adapt(BundleWiring.class).getClassLoader());
    startProvider("1.1.0");
    felix.remove(old);
    desk("plain").look();
    Felix.until(
        "the old classes are collected",
        () -> {
          System.gc();
          return classes.get() == null;
        });
  }
}
