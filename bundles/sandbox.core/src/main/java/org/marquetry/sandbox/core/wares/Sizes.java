package org.marquetry.sandbox.core.wares;

import java.util.List;

/// The sizes that a kind comes in.
enum Sizes {
  ONE(),
  APPAREL("XS", "S", "M", "L", "XL"),
  SHOE("36", "37", "38", "39", "40", "41", "42", "43"),
  HAT("S", "M", "L"),
  BED("150 x 200 cm", "180 x 220 cm", "200 x 230 cm"),
  TOWEL("34 x 75 cm", "70 x 140 cm"),
  CUSHION("40 x 40 cm", "45 x 45 cm", "50 x 50 cm"),
  THROW("100 x 150 cm", "130 x 170 cm", "150 x 200 cm"),
  CURTAIN("140 x 180 cm", "140 x 240 cm"),
  CUP("250 ml", "350 ml", "450 ml"),
  POT("600 ml", "800 ml", "1.2 l"),
  FLASK("350 ml", "500 ml", "750 ml"),
  PAN("20 cm", "24 cm", "28 cm"),
  PLATE("18 cm", "22 cm", "26 cm"),
  LEAF("50 g", "100 g", "250 g"),
  PACK("200 g", "400 g", "800 g"),
  PIECES("300", "500", "1000"),
  PAPER("A6", "A5", "B5"),
  WEIGHT("1 kg", "2 kg", "4 kg"),
  MAT("6 mm", "8 mm", "10 mm");

  private final List<String> labels;

  Sizes(String... labels) {
    this.labels = List.of(labels);
  }

  List<String> labels() {
    return labels;
  }
}
