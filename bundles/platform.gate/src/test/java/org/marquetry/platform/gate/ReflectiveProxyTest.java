package org.marquetry.platform.gate;

final class ReflectiveProxyTest extends ProxyContract {
  @Override
  ProxyFactory factory(ApiMethods methods) {
    return ReflectiveProxy.factoryFor(Shelf.class, methods);
  }
}
