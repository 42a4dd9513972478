package org.marquetry.sandbox.core;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.sandbox.truth.Lifetime;
import org.marquetry.sandbox.truth.MessageEffect;
import org.marquetry.sandbox.truth.Reaction;
import org.marquetry.sandbox.truth.Touch;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The truth about the world that lives in this process.
@Provider("core")
@Component
public final class KnownTruth implements Truth {
  private final Look world;

  /// A way to look at a world.
  private interface Look {
    <T> Optional<T> read(Function<World, T> question);
  }

  @Activate
  public KnownTruth(@Reference Living living) {
    world = living::read;
  }

  /// The truth about a world that nothing else works on.
  KnownTruth(World still) {
    world =
        new Look() {
          @Override
          public <T> Optional<T> read(Function<World, T> question) {
            return Optional.of(question.apply(still));
          }
        };
  }

  @Override
  public Optional<Double> utility(CustomerId customer, ProductId product) {
    return about(
            customer,
            (world, life) ->
                world
                    .shop()
                    .goods
                    .find(product.value())
                    .map(good -> {
                      Shop shop = world.shop();
                      return Choice.utility(
                          life.who,
                          good,
                          shop.price(good, world.day()),
                          shop.goods.meanLogPrice(good.shelf()));
                    }))
        .flatMap(u -> u);
  }

  @Override
  public Optional<Double> elasticity(CustomerId customer) {
    return about(customer, (_, life) -> -life.who.elasticity);
  }

  @Override
  public Optional<Lifetime> lifetime(CustomerId customer) {
    return about(
        customer,
        (world, life) -> {
          double leaves = life.leavesPerDay(world.day());
          return new Lifetime(
              life.alive,
              leaves,
              life.visits(world.day()),
              life.alive ? 1 / Math.max(leaves, 1e-6) : 0);
        });
  }

  @Override
  public Optional<Double> fatigue(CustomerId customer) {
    return about(customer, (world, life) -> life.fatigue(world.day()));
  }

  @Override
  public Optional<Reaction> reaction(CustomerId customer, Touch touch) {
    return about(customer, (w, life) -> Post.reaction(life, touch, w.day()));
  }

  @Override
  public Optional<MessageEffect> effect(CustomerId customer, Touch touch, int horizonDays) {
    if (horizonDays < 1 || horizonDays > 60) {
      throw new IllegalArgumentException("horizonDays must be in 1..60, got " + horizonDays);
    }
    return about(
        customer,
        (world, life) -> new WhatIf(world.shop(), life, world.day()).message(touch, horizonDays));
  }

  @Override
  public List<CustomerId> customers() {
    return world
        .read(w -> w.lives().stream().map(life -> new CustomerId(life.who.id())).toList())
        .orElse(List.of());
  }

  private <T> Optional<T> about(CustomerId customer, BiFunction<World, Life, T> question) {
    return world
        .read(w -> w.life(customer).map(life -> question.apply(w, life)))
        .flatMap(answer -> answer);
  }
}
