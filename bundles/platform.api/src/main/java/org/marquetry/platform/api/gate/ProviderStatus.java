package org.marquetry.platform.api.gate;

/// One registered provider, as the gate sees it.
///
/// @param name name as in [Provider]
/// @param bundle symbolic name and version of its bundle, separated by a blank
/// @param ranking its `service.ranking`
/// @param critical whether its health is critical
/// @param answering whether new calls to its name reach it; `false` for the older of two versions
/// @param running calls that are inside now
/// @param calls calls since it was registered
/// @param failures calls since then that threw something
public record ProviderStatus(
    String name,
    String bundle,
    int ranking,
    boolean critical,
    boolean answering,
    long running,
    long calls,
    long failures) {}
