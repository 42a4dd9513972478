package org.marquetry.platform.test;

import org.marquetry.platform.test.api.Greeter;
import org.marquetry.platform.testing.InFelix;

@InFelix(
    bundles = {"org.marquetry.shop.api", "org.marquetry.platform.api"},
    properties = {"marquetry.gate.grace.millis=300", "marquetry.gate.proxies=reflective"},
    api = Greeter.class)
final class ReflectiveGateTest extends GateScenarios {}
