namespace NewsWatch.Matching.Analysis.Words;

/// <summary>A deterministic automaton over word classes. State 0 is the end of the road, state 1 the start.</summary>
/// <param name="Next">The next state, at <c>state * 32 + class</c>.</param>
/// <param name="IsAccepting">Whether what was read up to a state is a token.</param>
internal sealed record Automaton(byte[] Next, bool[] IsAccepting)
{
    public const int Dead = 0;
    public const int Start = 1;
    public const int ClassBits = 5;

    /// <summary>Compiles a pattern: Thompson's construction, then subsets, then the states that nothing tells apart become one (Moore).</summary>
    public static Automaton Compile(Pattern pattern)
    {
        var graph = new Graph();
        var end = graph.AddState();
        var start = graph.Add(pattern, end);
        var (rows, accepting) = Subsets(graph, graph.Closure([start]), end);
        return Merge(rows, accepting);
    }

    private static (List<int[]> Rows, bool[] Accepting) Subsets(Graph graph, int[] start, int end)
    {
        List<int[]> subsets = [[], start];
        List<int[]> rows = [new int[1 << ClassBits]];
        var numbers = new Dictionary<string, int> { [Key([])] = Dead, [Key(start)] = Start };
        for (var state = Start; state < subsets.Count; state++)
        {
            rows.Add([.. Enumerable.Range(0, 1 << ClassBits).Select(kind => NumberOf(graph.Step(subsets[state], kind)))]);
        }

        return (rows, [.. subsets.Select(subset => subset.Contains(end))]);

        int NumberOf(int[] subset)
        {
            if (numbers.TryGetValue(Key(subset), out var known)) return known;
            subsets.Add(subset);
            return numbers[Key(subset)] = subsets.Count - 1;
        }
    }

    private static Automaton Merge(List<int[]> rows, bool[] accepting)
    {
        int[] blocks = [.. accepting.Select((accepts, state) => accepts ? 2 : Math.Min(state, Start))];
        for (var (before, count) = (0, blocks.Distinct().Count()); count != before;)
        {
            var numbers = new Dictionary<string, int>();
            blocks = [.. rows.Select((row, state) => NumberOf(numbers, $"{blocks[state]}:{Key([.. row.Select(next => blocks[next])])}"))];
            (before, count) = (count, numbers.Count);
        }

        var first = Enumerable.Range(0, blocks.Max() + 1).Select(block => Array.IndexOf(blocks, block)).ToList();
        return new Automaton([.. first.SelectMany(state => rows[state]).Select(next => checked((byte)blocks[next]))], [.. first.Select(state => accepting[state])]);
    }

    private static int NumberOf(Dictionary<string, int> numbers, string key) => numbers.TryAdd(key, numbers.Count) ? numbers.Count - 1 : numbers[key];

    private static string Key(int[] subset) => string.Join(',', subset);

    /// <summary>The nondeterministic automaton: each state has either one arrow with classes on it or some without.</summary>
    private sealed class Graph
    {
        private readonly List<(uint Mask, int Target)> _arrows = [];
        private readonly List<List<int>> _jumps = [];

        public int AddState(uint mask = 0, int target = 0)
        {
            _arrows.Add((mask, target));
            _jumps.Add([]);
            return _arrows.Count - 1;
        }

        /// <summary>Adds a pattern that goes on to <paramref name="next"/>; returns where it starts.</summary>
        public int Add(Pattern pattern, int next) => pattern switch
        {
            Pattern.OneOf one => AddState(one.Mask, next),
            Pattern.InSequence sequence => sequence.Parts.Reverse().Aggregate(next, (after, part) => Add(part, after)),
            Pattern.Alternatives either => Fork([.. either.Parts.Select(part => Add(part, next))]),
            Pattern.Repeated many => Loop(many.Body, next),
            _ => throw new ArgumentException($"Unknown pattern {pattern}.", nameof(pattern)),
        };

        /// <summary>The states with something to read, or the end, that can be reached without reading; in order.</summary>
        public int[] Closure(IEnumerable<int> states)
        {
            var all = new SortedSet<int>();
            var open = new Stack<int>(states);
            while (open.TryPop(out var state))
            {
                if (!all.Add(state)) continue;
                foreach (var jump in _jumps[state]) open.Push(jump);
            }

            return [.. all.Where(state => _jumps[state].Count == 0)];
        }

        public int[] Step(int[] states, int kind) =>
            Closure(states.Where(state => (_arrows[state].Mask >> kind & 1) != 0).Select(state => _arrows[state].Target));

        private int Fork(IReadOnlyList<int> targets)
        {
            var state = AddState();
            _jumps[state].AddRange(targets);
            return state;
        }

        private int Loop(Pattern body, int next)
        {
            var state = AddState();
            _jumps[state].AddRange([Add(body, state), next]);
            return state;
        }
    }
}
