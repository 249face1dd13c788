//! One frame of maplibre-rs: its tiles, its style, its renderer, without a window.

use std::{collections::HashSet, ops::Deref as _, rc::Rc, str::FromStr as _};

use csscolorparser::Color;
use maplibre::{
    context::MapContext,
    coords::{LatLon, WorldCoords, WorldTileCoords, Zoom, ZoomLevel},
    headless::{
        HeadlessPlugin,
        environment::HeadlessEnvironment,
        map::HeadlessContext,
        window::HeadlessMapWindowConfig,
    },
    io::apc::SchedulerAsyncProcedureCall,
    kernel::{Kernel, KernelBuilder},
    platform::{http_client::ReqwestHttpClient, scheduler::TokioScheduler},
    plugin::Plugin,
    render::{
        RenderPlugin, RenderStageLabel, Renderer,
        settings::{RendererSettings, WgpuSettings},
    },
    schedule::{Schedule, Stage as _},
    style::{
        Style,
        layer::{FillPaint, LayerPaint, StyleLayer},
    },
    tcs::{system::SystemContainer, world::World},
    vector::{
        AvailableVectorLayerData, DefaultVectorTransferables, LayerTessellated as _,
        ProcessVectorContext, VectorLayerData, VectorLayersDataComponent, VectorPlugin,
        VectorTileRequest, VectorTransferables, process_vector_tile,
    },
    view_state::ViewState,
    window::{MapWindowConfig as _, WindowSize},
};

use crate::{
    job::{Job, Tile},
    pool::{OwnPool, Room},
    read_back::{Picture, Place, ReadBack},
    shapes::{in_tile, triangles},
};

/// What a tessellated layer travels as, in the library.
type Tessellated = <DefaultVectorTransferables as VectorTransferables>::LayerTessellated;

/// Draws a scene.
pub fn drawn(job: &Job) -> Result<Picture, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .build()
        .map_err(|error| error.to_string())?;
    let _entered = runtime.enter();
    let size = WindowSize::new(job.width, job.height).ok_or("the picture has no size")?;
    let config = HeadlessMapWindowConfig::new(size);
    let window = config.create();
    let mut renderer = pollster::block_on(Renderer::initialize_headless(
        &window,
        WgpuSettings::default(),
        RendererSettings::default(),
    ))
    .map_err(|error| format!("no driver to draw with: {error:?}"))?;
    // The kernel wants a client; it is never asked for anything, for nothing of the library that fetches is plugged in.
    let kernel: Rc<Kernel<HeadlessEnvironment>> = Rc::new(
        KernelBuilder::new()
            .with_map_window_config(config)
            .with_http_client(ReqwestHttpClient::new(None))
            .with_apc(SchedulerAsyncProcedureCall::new(TokioScheduler::new()))
            .with_scheduler(TokioScheduler::new())
            .build(),
    );
    let (tiles, room) = tiles(job)?;
    let place = Place::default();
    let (mut schedule, mut world) = (Schedule::default(), World::default());
    let mut plug = |plugin: &dyn Plugin<HeadlessEnvironment>, schedule: &mut Schedule| {
        plugin.build(
            schedule,
            kernel.clone(),
            &mut world,
            &mut renderer.render_graph,
        );
    };
    plug(&RenderPlugin, &mut schedule);
    schedule.add_system_to_stage(
        RenderStageLabel::Prepare,
        SystemContainer::new(OwnPool { room, made: false }),
    );
    plug(
        &VectorPlugin::<DefaultVectorTransferables>::default(),
        &mut schedule,
    );
    plug(&HeadlessPlugin::new(false), &mut schedule);
    schedule.add_system_to_stage(
        RenderStageLabel::Cleanup,
        SystemContainer::new(ReadBack(Rc::clone(&place))),
    );
    let mut context = MapContext {
        style: style(job)?,
        view_state: view(job, size),
        world,
        renderer,
    };
    for (coords, layers) in tiles {
        let entity = context.world.tiles.spawn_mut(coords);
        let mut entity = entity.ok_or("a tile is nowhere on the world")?;
        entity.insert(VectorLayersDataComponent { done: true, layers });
    }
    schedule.run(&mut context);
    place.take().ok_or_else(|| "no frame came back".to_owned())
}

fn view(job: &Job, size: WindowSize) -> ViewState {
    let zoom = Zoom::new(job.zoom);
    let (longitude, latitude) = job.centre;
    let middle = WorldCoords::from_lat_lon(LatLon::new(latitude, longitude), zoom);
    ViewState::new(size, middle, zoom, cgmath::Deg(0.0), cgmath::Deg(110.0))
}

/// One layer a colour, in their order. The library knows no filter, so every colour has a layer of its own.
fn style(job: &Job) -> Result<Style, String> {
    let areas = job
        .areas
        .iter()
        .map(|area| (area.layer.clone(), &area.colour));
    let shapes = job.layers.iter().enumerate();
    let shapes = shapes.map(|(ix, layer)| (shapes_layer(ix), &layer.colour));
    let mut layers = Vec::new();
    for (ix, (name, colour)) in areas.chain(shapes).enumerate() {
        let colour = Color::from_str(colour).map_err(|error| format!("{colour}: {error}"))?;
        layers.push(StyleLayer {
            index: ix as u32 + 1,
            id: name.clone(),
            source_layer: Some(name),
            paint: Some(LayerPaint::Fill(FillPaint {
                fill_color: Some(colour),
            })),
            ..StyleLayer::default()
        });
    }
    Ok(Style {
        layers,
        ..Style::default()
    })
}

fn shapes_layer(ix: usize) -> String {
    format!("shapes-{ix}")
}

/// What each tile shows, and how much that is.
fn tiles(job: &Job) -> Result<(Vec<(WorldTileCoords, Vec<VectorLayerData>)>, Room), String> {
    let mut room = Room {
        vertices: 0,
        indices: 0,
        layers: 0,
        colours: 0,
    };
    let mut shapes = Vec::new();
    for layer in &job.layers {
        shapes.push(triangles(layer)?);
    }
    let mut all = Vec::new();
    for tile in &job.tiles {
        let coords = WorldTileCoords {
            x: i32::try_from(tile.x).map_err(|error| error.to_string())?,
            y: i32::try_from(tile.y).map_err(|error| error.to_string())?,
            z: ZoomLevel::new(tile.z),
        };
        let mut layers = ground(job, tile, coords)?;
        for (ix, triangles) in shapes.iter().enumerate() {
            let buffer = in_tile(triangles, tile);
            if buffer.indices.is_empty() {
                continue;
            }
            let count = buffer.vertices.len() as u32;
            layers.push(AvailableVectorLayerData {
                coords,
                source_layer: shapes_layer(ix),
                buffer: buffer.into(),
                feature_indices: vec![count],
            });
        }
        for layer in &layers {
            room.vertices += layer.buffer.buffer.vertices.len();
            room.indices += layer.buffer.buffer.indices.len();
            room.layers += 1;
            room.colours += layer.feature_indices.iter().sum::<u32>() as usize;
        }
        let layers = layers.into_iter().map(VectorLayerData::Available).collect();
        all.push((coords, layers));
    }
    Ok((all, room))
}

/// The ground of a tile, read and tessellated by the library.
fn ground(
    job: &Job,
    tile: &Tile,
    coords: WorldTileCoords,
) -> Result<Vec<AvailableVectorLayerData>, String> {
    let mut process = ProcessVectorContext::<DefaultVectorTransferables, HeadlessContext>::new(
        HeadlessContext::default(),
    );
    let wanted: HashSet<String> = job.areas.iter().map(|area| area.layer.clone()).collect();
    let request = VectorTileRequest {
        coords,
        layers: wanted,
    };
    process_vector_tile(&tile.bytes()?, request, &mut process)
        .map_err(|error| format!("a tile: {error:?}"))?;
    let tag = Tessellated::message_tag();
    let context = process.take_context();
    let messages = context.messages.deref().take();
    Ok(messages
        .into_iter()
        .filter(|message| message.has_tag(tag))
        .map(|message| message.into_transferable::<Tessellated>().to_layer())
        .collect())
}
