using Xunit;
using YamlDotNet.RepresentationModel;

namespace NewsWatch.UnitTests.Deploy;

public sealed class KubernetesTests
{
    private const string Folder = "deploy/kubernetes/";

    private static readonly string[] Ours = ["gateway", "indexer", "ingestion", "watcher"];

    [Theory]
    [InlineData("")]
    [InlineData("infrastructure/")]
    public void Whatever_a_kustomization_lists_exists_and_nothing_is_left_out(string folder)
    {
        var listed = Yaml.Document(Folder + folder + "kustomization.yaml").At("resources").Texts().ToList();
        Assert.All(listed, resource => Assert.True(Path.Exists(RepositoryFiles.PathOf(Folder + folder + resource)), resource));
        var files = Directory.EnumerateFiles(RepositoryFiles.PathOf(Folder + folder), "*.yaml").Select(Path.GetFileName).Except(["kustomization.yaml", "secret.example.yaml"]);
        Assert.Equal(files.Order(), listed.Where(resource => resource.EndsWith(".yaml", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Our_four_deployments_run_as_services_with_the_probes_that_exist()
    {
        Assert.All(Ours, name =>
        {
            var container = Container(Resources(name + ".yaml").Single(resource => resource.At("kind")?.ToString() == "Deployment"));
            Assert.Equal(["service", name], container.At("args").Texts());
            Assert.Equal("/health/ready", container.At("readinessProbe", "httpGet", "path")?.ToString());
            Assert.Equal("/health/live", container.At("livenessProbe", "httpGet", "path")?.ToString());
        });
    }

    [Fact]
    public void Every_key_of_the_secret_that_is_asked_for_is_in_the_example()
    {
        var offered = Yaml.Document(Folder + "secret.example.yaml").At("stringData").Entries().Select(entry => entry.Key).ToList();
        var asked = RepositoryFiles.Under("deploy/kubernetes", "*.yaml").SelectMany(Yaml.Documents).SelectMany(document => document.AllNodes)
            .Select(node => node.At("secretKeyRef", "key")?.ToString()).OfType<string>().Distinct();
        Assert.Equal(offered.Order(), asked.Order());
    }

    [Fact]
    public void Compose_and_Kubernetes_give_the_broker_the_same_configuration() =>
        Assert.Equal(RepositoryFiles.Read("deploy/rabbitmq/rabbitmq.conf"), RepositoryFiles.Read(Folder + "infrastructure/rabbitmq.conf"));

    private static IReadOnlyList<YamlNode> Resources(string file) => Yaml.Documents(Folder + file);

    private static YamlNode Container(YamlNode workload) => ((YamlSequenceNode)workload.At("spec", "template", "spec", "containers")!).Single();
}
