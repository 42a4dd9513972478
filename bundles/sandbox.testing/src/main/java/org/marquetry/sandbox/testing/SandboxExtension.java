package org.marquetry.sandbox.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands out shops.
final class SandboxExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SandboxShop.class;
  }

  @Override
  public SandboxShop resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return ShopWish.of(context).orElseThrow().shop(context);
  }
}
