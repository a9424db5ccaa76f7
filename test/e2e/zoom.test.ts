            },
            address.replace('$plan', plan).replace('$kpi', kpi),
          );
          await screenReady(office);
          const sideways = () =>
            page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          await expect.poll(sideways, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
          // Words that are cut off at the right, with no box round them that scrolls, are lost.
          const lost = await page.evaluate(() => {
            const wide = document.documentElement.clientWidth;
            const scrolls = (one: Element | null): boolean =>
