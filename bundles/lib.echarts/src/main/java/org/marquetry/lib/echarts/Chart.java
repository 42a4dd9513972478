package org.marquetry.lib.echarts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A chart: the server owns the option, the browser draws it.
@Tag("marquetry-chart")
public final class Chart extends Component implements HasSize, HasStyle {
  private static final long serialVersionUID = 1L;

  /// Load the script once per page; draw anew when the theme changes, and fit when the size does.
  private static final String START =
      """
      const el = this;
      window.marquetryCharts ??= new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = new URL('charts/echarts.min.js', document.baseURI).href;
        script.onload = () => done(window.echarts);
        script.onerror = failed;
        document.head.appendChild(script);
      });
      el.draw = () => window.marquetryCharts.then(echarts => {
        if (!el.isConnected) return;
        el.chart?.dispose();
        const dark = document.documentElement.getAttribute('theme') === 'dark';
        el.speaks = document.documentElement.lang;
        el.chart = echarts.init(el, dark ? 'dark' : null, {locale: el.speaks.startsWith('zh') ? 'ZH' : 'EN'});
        const style = getComputedStyle(el);
        el.chart.setOption({
          backgroundColor: 'transparent', animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
          color: ['#3f8f83', '#d98a4e', '#6d83b5', '#b5698b', '#8a9a3e', '#7a6a58'],
          grid: {left: 8, right: 12, top: 28, bottom: 8, containLabel: true},
          textStyle: {fontFamily: style.fontFamily, color: style.color}
        });
        if (el.option) el.chart.setOption(el.option);
        if (el.hears) el.listen();
      });
      el.show = () => el.chart && el.speaks === document.documentElement.lang ? el.chart.setOption(el.option) : el.draw();
      el.listen = () => el.chart?.getZr().on('click', e => {
        const at = [e.offsetX, e.offsetY];
        if (!el.chart.containPixel('grid', at)) return;
        const x = el.chart.convertFromPixel('grid', at)[0];
        const near = (el.option.series ?? []).flatMap(s => s.data ?? []).map(p => p[0])
          .reduce((best, p) => best === null || Math.abs(Date.parse(p) - x) < Math.abs(Date.parse(best) - x) ? p : best, null);
        if (near !== null) el.dispatchEvent(new CustomEvent('chart-click', {detail: near}));
      });
      el.redraw ??= () => el.isConnected ? el.draw() : document.removeEventListener('marquetry-theme', el.redraw);
      document.addEventListener('marquetry-theme', el.redraw);
      el.fit ??= new ResizeObserver(() => el.chart?.resize());
      el.fit.observe(el);
      """;

  private transient @Nullable JsonNode option;
  private boolean hears;

  /// Make an empty chart of 20 rem height.
  ///
  /// @param summary what it shows, in the user's language, as somebody would say it
  public Chart(String summary) {
    getElement().setAttribute("role", "img");
    getElement().getStyle().set("display", "block");
    setWidthFull();
    setHeight("20rem");
    setSummary(summary);
  }

  /// Say anew what the chart shows.
  public void setSummary(String summary) {
    getElement().setAttribute("aria-label", summary);
  }

  /// Set what is drawn; parts that are left out stay as they are.
  ///
  /// @param value an ECharts option
  public void setOption(JsonNode value) {
    option = value;
    if (isAttached()) {
      draw();
    }
  }

  /// Call back when a point of a chart over time is clicked, with the date of the nearest one as
  /// the option has it. What it does must have a way by keyboard, too.
  public void onClick(Consumer<String> clicked) {
    hears = true;
    getElement()
        .addEventListener(
            "chart-click", e -> clicked.accept(e.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
    getElement().getStyle().set("cursor", "pointer");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    getElement().executeJs("this.hears = $0;" + START, hears);
    draw();
  }

  private void draw() {
    if (option != null) {
      getElement().executeJs("this.option = $0; this.show()", option);
    }
  }
}
