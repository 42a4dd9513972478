package org.marquetry.ui.test;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// A shop's orders as Excel writes them in China: GB18030, semicolons, CRLF, and three broken rows.
final class OwnFile {
  /// Orders in the file.
  static final int ROWS = 120;

  /// Customers that the right rows name.
  static final int CUSTOMERS = 30;

  /// Rows that are broken, counted from 1 with the header.
  static final int BAD_TIME = 18;

  static final int BAD_AMOUNT = 57;
  static final int TOO_SHORT = 99;

  /// The names of the columns.
  static final List<String> COLUMNS = List.of("订单号", "顾客编号", "商品编号", "商品名称", "数量", "实付金额", "下单时间");

  private OwnFile() {}

  /// @param prefix of the order numbers
  static byte[] orders(String prefix) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(";", COLUMNS));
    for (int row = 2; row <= ROWS + 1; row++) {
      String order =
          "%s%04d;客户%d;SKU-%d;红色连衣裙 %d".formatted(prefix, row, row % 30, row % 9, row % 9);
      String time = "2026/%d/%d %02d:30".formatted(1 + row % 9, 1 + row % 27, 8 + row % 12);
      lines.add(
          switch (row) {
            case BAD_TIME -> order + ";1;199.00;昨天";
            case BAD_AMOUNT -> order + ";1;免费;" + time;
            case TOO_SHORT -> order;
            default -> order + ";" + (1 + row % 3) + ";" + (99 + row) + ".50;" + time;
          });
    }
    return (String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("GB18030"));
  }
}
