package org.marquetry.sandbox.core;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.Product;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.sandbox.core.Goods.Good;
import org.marquetry.sandbox.core.wares.Picture;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The job that hands the catalogue a picture of each product, as a shop's owner would; those that
/// are sold from the first day on come first. What has a picture already is left out, so a run may
/// be repeated.
@Component
public final class DrawPictures implements JobHandler {
  static final String KIND = "sandbox.pictures";
  private static final int PIXELS = 800;

  private final Catalogue catalogue;

  @Activate
  public DrawPictures(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("绘制示例商店的商品图片", "Drawing the sample shop’s product pictures");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    job.step("drawing pictures of the products");
    List<Good> goods = new ArrayList<>(Catalogues.goods(Setting.of(job.arguments())).all());
    goods.sort(Comparator.comparingInt(Good::listed).thenComparing(Good::id));
    Set<ProductId> done = drawn(goods);
    int drawn = 0;
    for (Good good : goods) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      ProductId id = new ProductId(good.id());
      if (!done.contains(id)) {
        catalogue.keepPicture(id, new ByteArrayInputStream(Picture.jpeg(good.ware(), PIXELS)));
      }
      drawn++;
      job.at((double) drawn / goods.size());
    }
    return Map.of("pictures", Integer.toString(drawn));
  }

  private Set<ProductId> drawn(List<Good> goods) {
    Set<ProductId> done = new HashSet<>();
    for (int from = 0; from < goods.size(); from += Catalogue.MAX_PAGE) {
      List<ProductId> ids =
          goods.subList(from, Math.min(goods.size(), from + Catalogue.MAX_PAGE)).stream()
              .map(good -> new ProductId(good.id()))
              .toList();
      done.addAll(
          catalogue.products(ids).stream()
              .filter(product -> product.picture().isPresent())
              .map(Product::id)
              .collect(Collectors.toSet()));
    }
    return done;
  }
}
