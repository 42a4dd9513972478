package org.marquetry.platform.gate;

final class GeneratedProxyTest extends ProxyContract {
  @Override
  ProxyFactory factory(ApiMethods methods) throws ReflectiveOperationException {
    return GeneratedProxy.factoryFor(Shelf.class, methods);
  }
}
