namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>
/// Porter's English stemmer: M. F. Porter, "An algorithm for suffix stripping", 1980, with his later changes (-bli, -logi) and the corners
/// of his own program, which Lucene's <c>english</c> follows. Works in place on the front of a buffer.
/// </summary>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _length;

    // The length of what stands before the suffix that EndsWith last found.
    private int _stem;

    private PorterStemmer(Span<char> buffer, int length)
    {
        _word = buffer;
        _length = length;
        _stem = 0;
    }

    /// <summary>Stems the word in <c>buffer[..length]</c>, which has room for one unit more; returns the stem's length.</summary>
    public static int Stem(Span<char> buffer, int length)
    {
        if (length < 3) return length;
        var stemmer = new PorterStemmer(buffer, length);
        stemmer.StripPlural();
        stemmer.StripPastAndGerund();
        stemmer.TurnFinalY();
        stemmer.Replace(PorterSuffixes.Double);
        stemmer.Replace(PorterSuffixes.Derived);
        stemmer.StripLast();
        stemmer.Tidy();
        return stemmer._length;
    }

    private void StripPlural()
    {
        if (_word[_length - 1] != 's') return;
        if (EndsWith("sses")) _length -= 2;
        else if (EndsWith("ies")) SetSuffix("i");
        else if (_word[_length - 2] != 's') _length--;
    }

    private void StripPastAndGerund()
    {
        if (EndsWith("eed"))
        {
            if (Measure() > 0) _length--;
        }
        else if ((EndsWith("ed") || EndsWith("ing")) && HasVowel())
        {
            _length = _stem;
            RestoreEnd();
        }
    }

    private void RestoreEnd()
    {
        if (EndsWith("at")) SetSuffix("ate");
        else if (EndsWith("bl")) SetSuffix("ble");
        else if (EndsWith("iz")) SetSuffix("ize");
        else if (EndsInDoubleConsonant())
        {
            if (_word[_length - 1] is not ('l' or 's' or 'z')) _length--;
        }
        else if (Measure() == 1 && IsShortSyllable(_length - 1))
        {
            _word[_length++] = 'e';
        }
    }

    private void TurnFinalY()
    {
        if (EndsWith("y") && HasVowel()) _word[_length - 1] = 'i';
    }

    private void Replace((string Suffix, string Replacement)[] rules)
    {
        if (_length < 2) return;
        foreach (var (suffix, replacement) in rules)
        {
            if (!EndsWith(suffix)) continue;
            if (Measure() > 0) SetSuffix(replacement);
            return;
        }
    }

    private void StripLast()
    {
        if (_length < 2) return;
        foreach (var suffix in PorterSuffixes.Last)
        {
            if (!EndsWith(suffix)) continue;
            if (suffix == "ion" && (_stem == 0 || _word[_stem - 1] is not ('s' or 't'))) return;
            if (Measure() > 1) _length = _stem;
            return;
        }
    }

    private void Tidy()
    {
        _stem = _length;
        if (_word[_length - 1] == 'e')
        {
            var measure = Measure();
            if (measure > 1 || (measure == 1 && !IsShortSyllable(_length - 2))) _length--;
        }

        if (_word[_length - 1] == 'l' && EndsInDoubleConsonant() && Measure() > 1) _length--;
    }

    private bool EndsWith(string suffix)
    {
        if (!_word[.._length].EndsWith(suffix)) return false;
        _stem = _length - suffix.Length;
        return true;
    }

    private void SetSuffix(string suffix)
    {
        suffix.CopyTo(_word[_stem..]);
        _length = _stem + suffix.Length;
    }

    private readonly bool IsConsonant(int index)
    {
        if (_word[index] != 'y') return _word[index] is not ('a' or 'e' or 'i' or 'o' or 'u');
        var run = index;
        while (run > 0 && _word[run - 1] == 'y') run--;
        var firstIsConsonant = run == 0 || !IsConsonant(run - 1);
        return firstIsConsonant == ((index - run) % 2 == 0);
    }

    /// <summary>How often a vowel is followed by a consonant before the suffix.</summary>
    private readonly int Measure()
    {
        var count = 0;
        var afterVowel = false;
        for (var index = 0; index < _stem; index++)
        {
            var consonant = IsConsonant(index);
            if (consonant && afterVowel) count++;
            afterVowel = !consonant;
        }

        return count;
    }

    private readonly bool HasVowel()
    {
        for (var index = 0; index < _stem; index++)
        {
            if (!IsConsonant(index)) return true;
        }

        return false;
    }

    private readonly bool EndsInDoubleConsonant() =>
        _length >= 2 && _word[_length - 1] == _word[_length - 2] && IsConsonant(_length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y, up to <paramref name="index"/>.</summary>
    private readonly bool IsShortSyllable(int index) =>
        index >= 2 && IsConsonant(index) && !IsConsonant(index - 1) && IsConsonant(index - 2) && _word[index] is not ('w' or 'x' or 'y');
}
