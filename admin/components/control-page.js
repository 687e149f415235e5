(() => {
  const { createElement: h, useEffect, useState } = window.React;
  const { Box, H4, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation } = window.AdminJS;
  const { Bars } = window.PanelParts;

  /** The control of the journal in charts. */
  function ControlPage() {
    const { tl, tm, translatePage } = useTranslation();
    const [charts, setCharts] = useState(null);
    useEffect(() => {
      new ApiClient().getPage({ pageName: 'overview' }).then(({ data }) => setCharts(data.charts));
    }, []);
    return h(
      Box,
      { p: ['lg', 'xxl'] },
      h(H4, { mb: 'lg' }, translatePage('overview')),
      h(
        'div',
        { className: 'panel-charts' },
        charts?.map((chart) =>
          h(
            Box,
            { key: chart.name, variant: 'container', p: 'xl' },
            h(Text, { mb: 'default', fontWeight: 'bold' }, tl(`charts.${chart.name}`)),
            chart.rows.length > 0 ? h(Bars, { chart }) : h(Text, null, tm('nothingFound')),
          ),
        ),
      ),
    );
  }

  window.AdminJS.UserComponents.ControlPage = ControlPage;
})();
