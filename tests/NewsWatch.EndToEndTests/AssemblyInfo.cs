using Xunit;

// Each test starts several processes; side by side they would only wait for each other's cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
