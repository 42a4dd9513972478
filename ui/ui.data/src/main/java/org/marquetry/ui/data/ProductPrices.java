package org.marquetry.ui.data;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.data.api.ProductDetail.PriceChange;
import org.marquetry.lib.echarts.Chart;
import org.marquetry.ui.api.Formats;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The list price over time, as steps.
final class ProductPrices extends Div {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.shared();

  ProductPrices() {
    setId("prices");
    addClassName("shell-panel");
  }

  void show(ProductDetail detail, ProductWords words) {
    removeAll();
    List<PriceChange> prices = detail.prices();
    add(ProductView.title(this, "data.product.prices"));
    if (prices.size() < 2) {
      Paragraph none = new Paragraph(getTranslation("data.product.prices.none"));
      none.addClassName("shell-subtitle");
      add(none);
      return;
    }
    Formats formats = words.formats();
    Chart chart =
        new Chart(
            getTranslation(
                "data.product.prices.chart",
                formats.money(prices.getFirst().price()),
                formats.money(prices.getLast().price()),
                prices.size() - 1));
    chart.setHeight("12rem");
    chart.setOption(option(prices, getTranslation("data.column.price")));
    add(chart);
  }

  static ObjectNode option(List<PriceChange> prices, String name) {
    ObjectNode option = JSON.createObjectNode();
    option.set("tooltip", JSON.createObjectNode().put("trigger", "axis"));
    option.set("xAxis", JSON.createObjectNode().put("type", "time"));
    option.set(
        "yAxis",
        JSON.createObjectNode()
            .put("type", "value")
            .put("scale", true)
            .put("name", prices.getFirst().price().currency()));
    ArrayNode data = JSON.createArrayNode();
    prices.forEach(
        p -> data.add(JSON.createArrayNode().add(p.from().toString()).add(p.price().toMajor())));
    ObjectNode line =
        JSON.createObjectNode().put("type", "line").put("step", "end").put("name", name);
    line.set("data", data);
    option.set("series", JSON.createArrayNode().add(line));
    return option;
  }
}
