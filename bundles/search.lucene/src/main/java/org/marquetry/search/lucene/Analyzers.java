package org.marquetry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// How each field is cut into terms. All of them expect text in [TextForm].
final class Analyzers implements AutoCloseable {
  private static final CharArraySet STOP =
      new CharArraySet(
          List.of(
              "a", "an", "and", "are", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to",
              "with", "x"),
          true);

  /// Words of letters and digits; a decimal point or a slash inside a number stays ("1.5", "3/4").
  private static final Pattern LATIN =
      Pattern.compile("\\d+(?:[./]\\d+)+|[\\p{IsLatin}]+(?:'[\\p{IsLatin}]+)?|\\d+");

  final Analyzer word = new Latin(false);
  final Analyzer stem = new Latin(true);
  final Analyzer chinese = new SmartChineseAnalyzer();
  final Analyzer bigram = new Bigrams(false);
  private final Analyzer bigramOrCharacter = new Bigrams(true);
  private final Analyzer blank = new WhitespaceAnalyzer();

  Analyzer perField() {
    return new PerFieldAnalyzerWrapper(
        stem,
        Map.of(
            Fields.WORD, word,
            Fields.PAIR, blank,
            Fields.BRAND, word,
            Fields.ZH, chinese,
            Fields.CJK, bigramOrCharacter,
            Fields.NAMES_CJK, bigramOrCharacter,
            Fields.MEASURE, blank));
  }

  @Override
  public void close() {
    List.of(word, stem, chinese, bigram, bigramOrCharacter, blank).forEach(Analyzer::close);
  }

  /// Return each two neighbouring Latin words of a text, parted by a blank.
  List<String> pairs(String form) {
    List<String> words = terms(word, form);
    return IntStream.range(1, words.size())
        .mapToObj(i -> words.get(i - 1) + " " + words.get(i))
        .toList();
  }

  /// Return the terms that an analyzer makes of a text, in order.
  static List<String> terms(Analyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string cannot fail to be read
    }
    return terms;
  }

  private static final class Latin extends Analyzer {
    private final boolean stem;

    Latin(boolean stem) {
      this.stem = stem;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new PatternTokenizer(LATIN, 0);
      TokenStream stream = new LowerCaseFilter(source);
      stream = new EnglishPossessiveFilter(stream);
      stream = new ASCIIFoldingFilter(stream);
      stream = new StopFilter(stream, STOP);
      if (stem) {
        stream = new PorterStemFilter(stream);
      }
      return new TokenStreamComponents(source, stream);
    }
  }

  private static final class Bigrams extends Analyzer {
    private final boolean characters;

    Bigrams(boolean characters) {
      this.characters = characters;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      return new TokenStreamComponents(
          source, new CJKBigramFilter(source, CJKBigramFilter.HAN, characters));
    }
  }
}
